/** How the facts of the desk and of the head judge add to a record: points, times, lines, ties, awards, tables. It works nothing out. */
import type { Fact, FactOf } from './facts.ts'
import { type LedgerRecord, type Line, placeOf, put } from './record.ts'

type SheetFact =
  | 'sheet-submitted'
  | 'sheet-entered'
  | 'sheet-reopened'
  | 'judge-excused'
  | 'judge-recused'
  | 'excuse-withdrawn'
type FirstFact = 'contest-created' | 'contest-redefined' | 'judge-replaced' | 'judge-left' | 'judge-returned'
type DeskFact = Exclude<Fact, { type: SheetFact | FirstFact }>

export function addDeskFact(record: LedgerRecord, fact: DeskFact): void {
  switch (fact.type) {
    case 'points-tallied':
      put(record.tallies, [placeOf(fact), fact.criterion], fact.points)
      return
    case 'time-recorded':
      record.times.set(placeOf(fact), fact.seconds)
      return
    case 'factor-recorded':
      record.factors.set(placeOf(fact), fact.factor)
      return
    case 'points-deducted':
      record.deductions.set(fact.id, { ...fact, isWithdrawn: false })
      return
    case 'bonus-added':
      record.bonuses.set(fact.id, { ...fact, isWithdrawn: false })
      return
    case 'deduction-withdrawn':
      withdraw(record.deductions, fact.id)
      return
    case 'bonus-withdrawn':
      withdraw(record.bonuses, fact.id)
      return
    case 'team-withdrawn':
      depart(record, fact)
      return
    default:
      addPlaceFact(record, fact)
  }
}

type PlaceFact = Extract<
  DeskFact,
  {
    type:
      | 'tie-broken'
      | 'question-tallied'
      | 'stage-entered'
      | 'award-given'
      | 'award-taken-back'
      | 'cut-decided'
      | 'stage-certified'
      | 'stage-reopened'
      | 'cue-taken'
      | 'cue-taken-back'
      | 'scene-shown'
  }
>

function addPlaceFact(record: LedgerRecord, fact: PlaceFact): void {
  switch (fact.type) {
    case 'tie-broken': {
      const { stage, teams, reason, by = 'decision' } = fact
      record.ties.set(stage, [...(record.ties.get(stage) ?? []), { by, teams, reason }])
      return
    }
    case 'question-tallied':
      put(record.questions, [`${fact.stage}/${fact.question}`, fact.team], fact.points)
      return
    case 'stage-entered':
      record.qualified.set(fact.stage, fact.teams)
      return
    case 'award-given':
      put(record.picked, [`${fact.stage}/${fact.award}`, fact.team], fact.reason)
      return
    case 'award-taken-back':
      record.picked.get(`${fact.stage}/${fact.award}`)?.delete(fact.team)
      return
    case 'stage-certified':
      record.certified.set(fact.stage, { rows: fact.rows, awards: fact.awards ?? [] })
      return
    case 'stage-reopened':
      record.certified.delete(fact.stage)
      return
    case 'cut-decided':
    case 'cue-taken':
    case 'cue-taken-back':
    case 'scene-shown':
      return
  }
}

function withdraw(lines: Map<string, Line>, id: string): void {
  const line = lines.get(id)
  if (line) lines.set(id, { ...line, isWithdrawn: true })
}

/** Who leaves again leaves further stages (SPEC R-14). */
function depart({ departures }: LedgerRecord, { team, disqualified, stages }: FactOf<'team-withdrawn'>): void {
  const before = departures.get(team)?.stages ?? []
  const left = stages === undefined ? null : new Set([...before, ...stages])
  departures.set(team, { isDisqualified: disqualified ?? false, stages: left })
}
