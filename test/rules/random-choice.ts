/** Presses of somebody as numbers, and what the numbers choose among. Seeds come from fast-check, so that every failure can be played again. */
import type { Definition } from '@bang-diem/shared/contest/definition.ts'
import { judgedCriteria, lookupsOf } from '@bang-diem/shared/contest/lookups.ts'
import type { State } from '@bang-diem/shared/ledger/state.ts'
import type { SeatId } from '@bang-diem/shared/rules/seats.ts'
import * as fc from 'fast-check'

type Drawn<A> = A extends fc.Arbitrary<infer Value> ? Value : never

/** How often people do what the show needs next, what the day brings, and whatever comes to their mind. */
const kinds = fc.oneof(
  { weight: 14, arbitrary: fc.constant('needed' as const) },
  { weight: 3, arbitrary: fc.constantFrom('sheet' as const, 'fill' as const) },
  { weight: 3, arbitrary: fc.constant('afterthought' as const) },
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

export const reason = 'lý do'

export function pickFrom<T>(list: readonly T[], index: number): T {
  const picked = list[index % list.length]
  if (picked === undefined) throw new Error('nothing to pick from')
  return picked
}

/** Who has the head judge's word. */
export function headOf(definition: Definition): SeatId {
  const { head } = lookupsOf(definition)
  return head ? `judge:${head.id}` : 'organiser'
}

/** A team that has performed where there is one, otherwise any. */
export function somewhere(state: State, definition: Definition, pick: number): { round: string; team: string } {
  const rounds = definition.stages.flatMap((stage) => stage.rounds)
  const open = [...state.performed]
  const chosen = open.length > 0 && pick % 4 > 0 ? pickFrom(open, pick) : ''
  const [round, team] =
    chosen === '' ? [pickFrom(rounds, pick).id, pickFrom(definition.teams, pick).id] : chosen.split('/')
  return { round: round ?? '', team: team ?? '' }
}

/** Marks on the scale, nearly always. */
export function marksFor(definition: Definition, roundId: string, value: number): Record<string, string> {
  const round = lookupsOf(definition).rounds.get(roundId)
  const whole = value % 50 === 0 ? 99 : 6 + (value % 5)
  return Object.fromEntries((round ? judgedCriteria(round) : []).map(({ id }) => [id, String(whole)]))
}
