/**
 * Arbitrary contests, and arbitrary people who play them: half of what they ask is sensible, half is not. Every command is valid by
 * its schema; whether the contest allows it is for the rules. Seeds come from fast-check, so that every failure can be played again.
 */
import { sha256 } from '@bang-diem/server/sha256.ts'
import { type Definition, type DefinitionInput, parseDefinition } from '@bang-diem/shared/contest/definition.ts'
import { judgedCriteria, lookupsOf } from '@bang-diem/shared/contest/lookups.ts'
import { definitionOf, type State } from '@bang-diem/shared/ledger/state.ts'
import type { CommandBody } from '@bang-diem/shared/rules/commands.ts'
import { decide } from '@bang-diem/shared/rules/decide.ts'
import { nextOf } from '@bang-diem/shared/rules/next.ts'
import type { RefusalOf } from '@bang-diem/shared/rules/refusals.ts'
import { rundownOf } from '@bang-diem/shared/rules/rundown.ts'
import type { SeatId } from '@bang-diem/shared/rules/seats.ts'
import { onAirOf } from '@bang-diem/shared/rules/show.ts'
import * as fc from 'fast-check'

const scale = fc.constantFrom(
  { min: '0', max: '10', step: '0.25' },
  { min: '6', max: '10', step: '0.5' },
  { min: '0', max: '10', step: '1' },
)
const weight = fc.constantFrom('1', '2')
const over = fc.constantFrom('sheet', 'criterion')

const anyRound = fc.record({
  weight,
  order: fc.constantFrom('listed', 'drawn'),
  scales: fc.array(scale, { minLength: 0, maxLength: 2 }),
  tallied: fc.boolean(),
  small: fc.boolean(),
  combine: fc.oneof(
    fc.record({ method: fc.constantFrom('mean', 'median'), over }),
    fc.record({ method: fc.constant('trimmed-mean'), over, highest: fc.constant(1), lowest: fc.constant(1) }),
  ),
  outliers: fc.constantFrom({ rule: 'none' } as const, { rule: 'drop', limit: '10%' } as const),
  timed: fc.boolean(),
})

const anyStage = fc.record({
  rounds: fc.array(anyRound, { minLength: 1, maxLength: 3 }),
  reveal: fc.constantFrom('live', 'after-team', 'after-round', 'ceremony'),
  compare: fc.constantFrom('rounded', 'exact'),
  ranking: fc.constantFrom('standard', 'dense'),
  decision: fc.boolean(),
  someTeams: fc.boolean(),
})

/** A contest of up to four teams, three judges and two stages. */
export const anyDefinition: fc.Arbitrary<Definition> = fc
  .record({
    teams: fc.integer({ min: 1, max: 4 }),
    judges: fc.integer({ min: 1, max: 3 }),
    head: fc.boolean(),
    stages: fc.array(anyStage, { minLength: 1, maxLength: 2 }),
  })
  .map(({ teams, judges, head, stages }) => {
    const listed = (prefix: string, count: number) =>
      Array.from({ length: count }, (_, index) => ({ id: `${prefix}${index + 1}`, name: `${prefix} ${index + 1}` }))
    const input = {
      format: 1,
      id: 'hoi-thi',
      title: 'Hội thi bất kỳ',
      teams: listed('t', teams),
      judges: listed('gk', judges).map((judge, index) => ({ ...judge, head: head && index === 0 })),
      stages: stages.map((stage, index) => stageOf(stage, `s${index + 1}`)),
    } satisfies DefinitionInput
    const parsed = parseDefinition(input)
    if (!parsed.ok) throw new Error(`an arbitrary contest is not in order: ${JSON.stringify(parsed.problems)}`)
    return parsed.definition
  })

type Drawn<A> = A extends fc.Arbitrary<infer Value> ? Value : never

function stageOf(drawn: Drawn<typeof anyStage>, id: string): DefinitionInput['stages'][number] {
  const { rounds, reveal, compare, ranking, decision, someTeams } = drawn
  return {
    id,
    title: id,
    entrants: someTeams ? ['t1'] : 'all',
    rounds: rounds.map((round, index) => roundOf(round, `${id}-r${index + 1}`)),
    reveal,
    compare,
    ranking,
    tieBreaks: decision ? [{ by: 'decision' }] : [],
  }
}

function roundOf(drawn: Drawn<typeof anyRound>, id: string): DefinitionInput['stages'][number]['rounds'][number] {
  const { scales, tallied, small, timed, ...rules } = drawn
  const judged = scales.map((each, index) => ({ id: `c${index + 1}`, title: 'x', scale: each }))
  const quiz = { id: 'q', title: 'q', scoredBy: 'secretary' as const, scale: { min: '0', max: '10', step: '1' } }
  const criteria = tallied || judged.length === 0 ? [...judged, quiz] : judged
  return {
    ...rules,
    id,
    title: id,
    maximum: String(criteria.length * 10),
    panel: small ? ['gk1'] : 'all',
    criteria,
    time: timed ? { limitSeconds: 60 } : {},
    overtime: timed ? { rule: 'per-minute', points: '1', count: 'started' } : { rule: 'none' },
  }
}

/** How often people do what the show needs next, what the day brings, and whatever comes to their mind. */
const kinds = fc.oneof(
  { weight: 14, arbitrary: fc.constant('needed' as const) },
  { weight: 3, arbitrary: fc.constantFrom('sheet' as const, 'fill' as const) },
  { weight: 3, arbitrary: fc.constant('anything' as const) },
)

/** One press of somebody: what kind, and numbers that choose among what there is. */
const anyMove = fc.record({
  kind: kinds,
  pick: fc.nat({ max: 9999 }),
  value: fc.nat({ max: 9999 }),
})
export type Move = Drawn<typeof anyMove>
export const anyMoves = fc.array(anyMove, { minLength: 1, maxLength: 160, size: 'max' })

const reason = 'lý do'

/** Who asks for what, given where the contest stands. */
export function askedIn(state: State, move: Move): readonly [SeatId, CommandBody] {
  const definition = definitionOf(state)
  switch (move.kind) {
    case 'needed':
      return neededNow(state, move)
    case 'sheet':
      return sheetFor(state, definition, move)
    case 'fill':
      return filling(state, definition, move)
    case 'anything':
      return anything(state, definition, move)
  }
}

/** What the show waits for: the next cue, or whatever blocks it. */
function neededNow(state: State, move: Move): readonly [SeatId, CommandBody] {
  const { next, pending } = nextOf(state)
  const offer = pending.find(({ block }) => block === null) ?? next
  if (!offer) return anything(state, definitionOf(state), move)
  const { block, cue } = offer
  switch (block?.code) {
    case undefined:
      return ['mc', { type: 'take', cue: cue.id, onAir: onAirOf(state) }]
    case 'order-missing':
      return ['secretary', { type: 'drawOrder', round: block.round }]
    case 'sheets-missing':
      return supplied(state, block, move)
    default:
      return opening(state, cue.stage, move)
  }
}

/** The first thing that is missing. */
function supplied(state: State, block: RefusalOf<'sheets-missing'>, { value }: Move): readonly [SeatId, CommandBody] {
  const definition = definitionOf(state)
  const { round, team, judges, criteria } = pickFrom(block.missing, 0)
  const [judge, criterion] = [judges[0], criteria[0]]
  if (judge !== undefined) {
    if (!state.performed.has(`${round}/${team}`)) return ['secretary', { type: 'excuse', round, team, judge, reason }]
    const revision = state.sheets.get(`${round}/${team}/${judge}`)?.revision ?? 0
    const closed = state.known.has(`${round}/${team}`) && revision === 0
    if (closed) return ['secretary', { type: 'excuse', round, team, judge, reason }]
    const marks = marksFor(definition, round, value)
    return [`judge:${judge}`, { type: 'submitSheet', round, team, run: 0, revision, marks }]
  }
  if (criterion !== undefined)
    return ['secretary', { type: 'tally', round, team, criterion, points: String(value % 10) }]
  return ['secretary', { type: 'recordTime', round, team, seconds: value % 200 }]
}

/** What opens the gate of a stage: what is missing, open requests, ties, and then certification. */
function opening(state: State, stage: string, move: Move): readonly [SeatId, CommandBody] {
  const head = headOf(definitionOf(state))
  const certify = { type: 'certify', stage } as const
  const decision = decide(state, head, { id: 'x', ...certify }, { entropy: 'ab'.repeat(32), sha256 })
  const refusal = decision.ok ? null : decision.refusal
  switch (refusal?.code) {
    case 'sheets-missing':
      return supplied(state, refusal, move)
    case 'requests-waiting': {
      const request = pickFrom(refusal.requests, 0)
      const settler = move.value % 2 === 0 ? head : 'organiser'
      return [settler, move.pick % 2 === 0 ? { type: 'approve', request } : { type: 'decline', request, reason }]
    }
    case 'tie-undecided':
      return [head, { type: 'breakTie', stage, teams: [...refusal.teams].reverse(), reason }]
    default:
      return [head, certify]
  }
}

function pickFrom<T>(list: readonly T[], index: number): T {
  const picked = list[index % list.length]
  if (picked === undefined) throw new Error('nothing to pick from')
  return picked
}

function headOf(definition: Definition): SeatId {
  const { head } = lookupsOf(definition)
  return head ? `judge:${head.id}` : 'organiser'
}

/** A team that has performed where there is one, otherwise any. */
function somewhere(state: State, definition: Definition, pick: number): { round: string; team: string } {
  const rounds = definition.stages.flatMap((stage) => stage.rounds)
  const open = [...state.performed]
  const chosen = open.length > 0 && pick % 4 > 0 ? pickFrom(open, pick) : ''
  const [round, team] =
    chosen === '' ? [pickFrom(rounds, pick).id, pickFrom(definition.teams, pick).id] : chosen.split('/')
  return { round: round ?? '', team: team ?? '' }
}

function sheetFor(state: State, definition: Definition, { pick, value }: Move): readonly [SeatId, CommandBody] {
  const place = somewhere(state, definition, pick)
  const judge = pickFrom(definition.judges, value).id
  const revision = state.sheets.get(`${place.round}/${place.team}/${judge}`)?.revision ?? 0
  return [
    `judge:${judge}`,
    { type: 'submitSheet', ...place, run: 0, revision, marks: marksFor(definition, place.round, value) },
  ]
}

/** Marks on the scale, nearly always. */
function marksFor(definition: Definition, roundId: string, value: number): Record<string, string> {
  const round = lookupsOf(definition).rounds.get(roundId)
  const whole = value % 50 === 0 ? 99 : 6 + (value % 5)
  return Object.fromEntries((round ? judgedCriteria(round) : []).map(({ id }) => [id, String(whole)]))
}

/** What the secretary enters all day. */
function filling(state: State, definition: Definition, { pick, value }: Move): readonly [SeatId, CommandBody] {
  const place = somewhere(state, definition, pick)
  const judge = pickFrom(definition.judges, value).id
  const bodies: CommandBody[] = [
    { type: 'tally', ...place, criterion: 'q', points: String(value % 12) },
    { type: 'recordTime', ...place, seconds: value % 200 },
    { type: 'excuse', ...place, judge, reason },
    { type: 'drawOrder', round: place.round },
  ]
  return ['secretary', pickFrom(bodies, value)]
}

/** Any command, by whoever may give it and now and then by somebody who may not. */
function anything(state: State, definition: Definition, { pick, value }: Move): readonly [SeatId, CommandBody] {
  const place = somewhere(state, definition, pick)
  const judge = pickFrom(definition.judges, value).id
  const stage = pickFrom(definition.stages, value).id
  const request = String(1 + (value % 3))
  const onAir = value % 5 === 0 ? null : onAirOf(state)
  const all: readonly (readonly [SeatId, CommandBody])[] = [
    ['mc', { type: 'take', cue: pickFrom(rundownOf(state), value).id, onAir }],
    ['mc', { type: 'take', cue: pickFrom([...nextOf(state).allowed, ...rundownOf(state)], pick % 4).id, onAir }],
    ['mc', { type: 'back', onAir }],
    ['mc', { type: 'show', scene: { kind: 'standings', stage, final: value % 2 === 0 }, onAir }],
    ['mc', { type: pickFrom(['startTimer', 'pauseTimer', 'resetTimer'], value) }],
    [`judge:${judge}`, { type: 'recuse', ...place, reason }],
    [`judge:${judge}`, { type: 'requestReopen', ...place, reason }],
    ['secretary', { type: 'setOrder', round: place.round, teams: definition.teams.map(({ id }) => id).reverse() }],
    ['secretary', { type: 'deduct', ...place, points: String(1 + (value % 30)), reason }],
    ['secretary', { type: 'addBonus', ...place, points: '0.5', reason }],
    ['secretary', { type: 'withdrawDeduction', line: `d${1 + (value % 3)}`, reason }],
    ['secretary', { type: 'withdrawBonus', line: `b${1 + (value % 3)}`, reason }],
    ['secretary', { type: 'enterSheet', ...place, judge, marks: marksFor(definition, place.round, value), reason }],
    [headOf(definition), { type: 'withdrawExcuse', ...place, judge, reason }],
    ['secretary', { type: 'withdrawTeam', team: place.team, reason }],
    ['secretary', { type: 'note', text: reason }],
    [headOf(definition), { type: 'approve', request }],
    ['organiser', { type: 'approve', request }],
    [headOf(definition), { type: 'decline', request, reason }],
    ['organiser', { type: 'replaceJudge', judge, name: `Người ${value}` }],
    ['organiser', { type: 'reopenStage', stage, reason }],
    ['organiser', { type: 'redefine', definition: redefined(definition, value) }],
    [pickFrom(['mc', 'secretary', 'hub', 'judge:gk1', 'judge:nobody'] as const, value), { type: 'certify', stage }],
  ]
  return pickFrom(all, pick)
}

/** The definition after a change that is valid in itself. */
function redefined(definition: Definition, value: number): Definition {
  const changes: readonly Partial<Definition>[] = [
    { title: `Tên ${value}` },
    { teams: [...definition.teams, { id: `t-${value}`, name: 'Đội mới' }] },
    {
      judges: definition.judges.map((judge, index) => ({ ...judge, head: index === value % definition.judges.length })),
    },
    {
      stages: definition.stages.map((stage) => ({
        ...stage,
        rounds: stage.rounds.map((round) => ({ ...round, weight: '3' })),
      })),
    },
    { stages: definition.stages.slice(0, 1).map((stage) => ({ ...stage, rounds: stage.rounds.slice(0, 1) })) },
  ]
  return { ...definition, ...pickFrom(changes, value) }
}
