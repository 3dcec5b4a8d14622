/**
 * Whether a fact can follow on what stands in the record: what it is about is there, points are on their scales, nothing comes twice that comes
 * once. It does not ask who did it, nor whether it was the moment for it (SPEC C-13), and changes nothing.
 */
import { type Definition, panelOf, type Round, roundIn, stageOfRound } from './definition.ts'
import { misfitIn } from './definition-fits.ts'
import type { Fact, FactOf } from './facts.ts'
import { type LedgerRecord, placeOf, type Sheet, under } from './record.ts'
import { isWholeSteps, minus, num, order } from './scoring/numbers.ts'

type OfSheet = { readonly judge: string; readonly team: string; readonly round: string }

/** Why a fact cannot follow; with names in place of ids, as they are at that commit. */
export type Impossible =
  /** It is about something that the definition has not. */
  | { readonly why: 'unknown'; readonly what: 'stage' | 'round' | 'team' | 'judge' | 'criterion'; readonly id: string }
  | { readonly why: 'not-on-panel'; readonly judge: string; readonly round: string }
  /** Not exactly the criteria of the round, or a mark that is on no scale; after a redefinition, of a sheet that was there. */
  | ({ readonly why: 'marks' } & OfSheet)
  /** It is in already, and was not reopened. */
  | ({ readonly why: 'sheet-again' } & OfSheet)
  /** It counts other reopenings than there were. */
  | ({ readonly why: 'revision' } & OfSheet)
  /** It is reopened and was not in. */
  | ({ readonly why: 'no-sheet' } & OfSheet)
  | { readonly why: 'points'; readonly team: string; readonly round: string }
  | { readonly why: 'certified'; readonly stage: string }
  | { readonly why: 'not-certified'; readonly stage: string }
  | { readonly why: 'created-again' }
  /** `path`: where the definition does not fit itself. */
  | { readonly why: 'definition'; readonly path: string }

export function impossibleIn(record: LedgerRecord, fact: Fact): Impossible | null {
  const { definition } = record
  if (fact.type === 'contest-created') return definition ? { why: 'created-again' } : misfitOf(fact.definition)
  if (definition === null) return null
  switch (fact.type) {
    case 'contest-redefined':
      return misfitOf(fact.definition) ?? sheetMisfit(record, fact.definition)
    case 'stage-certified':
    case 'stage-reopened':
      return ofCertification(record, definition, fact)
    case 'sheet-submitted':
    case 'sheet-entered':
    case 'sheet-reopened':
    case 'judge-excused':
    case 'judge-recused':
    case 'excuse-withdrawn':
      return ofPlace(record, definition, fact) ?? ofJudge(definition, fact) ?? ofSheet(record, definition, fact)
    case 'points-tallied':
    case 'factor-recorded':
    case 'time-recorded':
    case 'points-deducted':
    case 'bonus-added':
      return ofPlace(record, definition, fact) ?? ofPoints(definition, fact)
    default:
      return null
  }
}

function misfitOf(definition: Definition): Impossible | null {
  const path = misfitIn(definition)
  return path === null ? null : { why: 'definition', path }
}

function ofCertification(
  { certified }: LedgerRecord,
  { stages }: Definition,
  { type, stage: id }: FactOf<'stage-certified' | 'stage-reopened'>,
): Impossible | null {
  const stage = stages.find((one) => one.id === id)
  if (!stage) return { why: 'unknown', what: 'stage', id }
  const isCertified = certified.has(id)
  if (type === 'stage-certified') return isCertified ? { why: 'certified', stage: stage.title } : null
  return isCertified ? null : { why: 'not-certified', stage: stage.title }
}

type Place = { readonly round: string; readonly team: string }

function ofPlace({ certified }: LedgerRecord, definition: Definition, { round, team }: Place): Impossible | null {
  const stage = stageOfRound(definition, round)
  if (!stage) return { why: 'unknown', what: 'round', id: round }
  if (!definition.teams.some(({ id }) => id === team)) return { why: 'unknown', what: 'team', id: team }
  return certified.has(stage.id) ? { why: 'certified', stage: stage.title } : null
}

function ofJudge(definition: Definition, { round, judge }: Place & { readonly judge: string }): Impossible | null {
  const named = definition.judges.find(({ id }) => id === judge)
  if (!named) return { why: 'unknown', what: 'judge', id: judge }
  const marked = roundIn(definition, round)
  if (!marked || panelOf(definition, marked).includes(judge)) return null
  return { why: 'not-on-panel', judge: named.name, round: marked.title }
}

type SheetFact = FactOf<
  'sheet-submitted' | 'sheet-entered' | 'sheet-reopened' | 'judge-excused' | 'judge-recused' | 'excuse-withdrawn'
>

function ofSheet(record: LedgerRecord, definition: Definition, fact: SheetFact): Impossible | null {
  const before = under(record.sheets, placeOf(fact)).get(fact.judge)
  const named = { ...namesOf(definition, fact), judge: nameIn(definition.judges, fact.judge) }
  if (fact.type === 'sheet-reopened') return before?.isIn ? null : { why: 'no-sheet', ...named }
  if (fact.type !== 'sheet-submitted' && fact.type !== 'sheet-entered') return null
  if (before?.isIn) return { why: 'sheet-again', ...named }
  if (fact.revision !== (before?.revision ?? 0)) return { why: 'revision', ...named }
  return hasItsMarks(roundIn(definition, fact.round), fact) ? null : { why: 'marks', ...named }
}

/** A sheet that is there and that another definition would leave without its criteria. */
function sheetMisfit({ sheets }: LedgerRecord, wanted: Definition): Impossible | null {
  for (const [place, ofJudges] of sheets) {
    const [round = '', team = ''] = place.split('/')
    for (const sheet of ofJudges.values()) {
      if (!hasItsMarks(roundIn(wanted, round), sheet)) {
        return { why: 'marks', ...namesOf(wanted, { round, team }), judge: sheet.name }
      }
    }
  }
  return null
}

function hasItsMarks(round: Round | undefined, { marks }: Pick<Sheet, 'marks'>): boolean {
  const criteria = round?.criteria.filter(({ scoredBy }) => scoredBy === 'judges') ?? []
  return (
    Object.keys(marks).length === criteria.length &&
    criteria.every(({ id, scale: { min, max, step } }) => {
      const mark = marks[id]
      return mark !== undefined && isWithin(mark, min, max) && isWholeSteps(minus(num(mark), num(min)), num(step))
    })
  )
}

function isWithin(points: string, min: string, max: string): boolean {
  return order(num(points), num(min)) >= 0 && order(num(points), num(max)) <= 0
}

type PointsFact = FactOf<'points-tallied' | 'factor-recorded' | 'time-recorded' | 'points-deducted' | 'bonus-added'>

function ofPoints(definition: Definition, fact: PointsFact): Impossible | null {
  const round = roundIn(definition, fact.round)
  if (!round || fact.type === 'time-recorded') return null
  if (fact.type === 'factor-recorded') {
    const { factor } = round
    const isRight = factor !== undefined && isWithin(fact.factor, factor.min, factor.max)
    return isRight ? null : { why: 'points', ...namesOf(definition, fact) }
  }
  const tallied = fact.type === 'points-tallied' ? talliedUnder(round, fact.criterion) : null
  if (fact.type === 'points-tallied' && !tallied) return { why: 'unknown', what: 'criterion', id: fact.criterion }
  const isRight = isWithin(fact.points, '0', tallied?.scale.max ?? round.maximum)
  return isRight ? null : { why: 'points', ...namesOf(definition, fact) }
}

function talliedUnder({ criteria }: Round, criterion: string) {
  return criteria.find(({ id, scoredBy }) => id === criterion && scoredBy === 'secretary') ?? null
}

function namesOf(definition: Definition, { round, team }: Place): Place {
  return { round: roundIn(definition, round)?.title ?? round, team: nameIn(definition.teams, team) }
}

function nameIn(list: readonly { readonly id: string; readonly name: string }[], id: string): string {
  return list.find((one) => one.id === id)?.name ?? id
}
