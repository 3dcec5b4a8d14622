/**
 * How each fact adds to a record: sheets, excuses and absences here, the desk in `fold-desk.ts`. Written from the meaning of the facts in
 * SPEC.md, and sharing nothing with the hub's own fold. It compares nothing.
 */
import type { Fact, FactOf } from './facts.ts'
import { addDeskFact } from './fold-desk.ts'
import { type LedgerRecord, placeOf, put, under } from './record.ts'

/** `receipt` is that of the commit which the fact stands in. */
export function addFact(record: LedgerRecord, fact: Fact, receipt: string): void {
  switch (fact.type) {
    case 'contest-created':
    case 'contest-redefined':
      record.definition = fact.definition
      return
    case 'judge-replaced':
      rename(record, fact)
      return
    case 'sheet-submitted':
    case 'sheet-entered': {
      const { marks, revision, judge } = fact
      const name = nameOfJudge(record, judge)
      const isFromPaper = fact.type === 'sheet-entered'
      put(record.sheets, [placeOf(fact), judge], { marks, revision, name, isIn: true, receipt, isFromPaper })
      return
    }
    case 'sheet-reopened': {
      const before = under(record.sheets, placeOf(fact)).get(fact.judge)
      if (before)
        put(record.sheets, [placeOf(fact), fact.judge], { ...before, isIn: false, revision: before.revision + 1 })
      return
    }
    case 'judge-excused':
    case 'judge-recused':
      put(record.excuses, [placeOf(fact), fact.judge], fact.reason)
      return
    case 'excuse-withdrawn':
      record.excuses.get(placeOf(fact))?.delete(fact.judge)
      return
    case 'judge-left':
    case 'judge-returned':
      addAbsence(record, fact)
      return
    default:
      addDeskFact(record, fact)
  }
}

/** Who sits in the judge's seat at this moment. */
export function nameOfJudge({ definition }: LedgerRecord, judge: string): string {
  return definition?.judges.find(({ id }) => id === judge)?.name ?? judge
}

function rename(record: LedgerRecord, { judge, name }: FactOf<'judge-replaced'>): void {
  const { definition } = record
  if (!definition) return
  const judges = definition.judges.map((each) => (each.id === judge ? { ...each, name } : each))
  record.definition = { ...definition, judges }
}

/** Leaving is being excused from many teams at once; returning ends exactly these excuses (SPEC ). */
function addAbsence(record: LedgerRecord, fact: FactOf<'judge-left' | 'judge-returned'>): void {
  for (const { round, teams } of fact.rounds) {
    for (const team of teams) {
      if (fact.type === 'judge-left') put(record.excuses, [placeOf({ round, team }), fact.judge], fact.reason)
      else record.excuses.get(placeOf({ round, team }))?.delete(fact.judge)
    }
  }
}
