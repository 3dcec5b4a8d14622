/** What changes after it was told: sheets opened again, points taken, teams that leave, certified stages opened again. */
import { announcedOf } from '@bang-diem/shared/ledger/announced.ts'
import { definitionOf, type State, sheetOf } from '@bang-diem/shared/ledger/state.ts'
import type { CommandBody } from '@bang-diem/shared/rules/commands.ts'
import type { SeatId } from '@bang-diem/shared/rules/seats.ts'
import { headOf, type Move, marksFor, pickFrom, reason } from './random-choice.ts'

/** A change to something that was announced; undefined while nothing is. */
export function afterthought(state: State, { pick, value }: Move): readonly [SeatId, CommandBody] | undefined {
  const definition = definitionOf(state)
  const head = headOf(definition)
  const waiting = [...state.requests.values()].find(({ status }) => status === 'waiting')
  if (waiting && pick % 4 > 0) {
    return [waiting.by === head ? 'organiser' : head, { type: 'approve', request: waiting.id }]
  }
  const [certified] = state.certified.keys()
  if (certified !== undefined && pick % 3 > 0) return ['organiser', { type: 'reopenStage', stage: certified, reason }]
  const told = [...announcedOf(state.public.onAir).scores.values()]
  if (told.length === 0) return undefined
  const { round, team } = pickFrom(told, pick)
  const judge = pickFrom(definition.judges, value).id
  const sheet = sheetOf(state, round, team, judge)
  const bodies: readonly (readonly [SeatId, CommandBody])[] = [
    ['secretary', { type: 'deduct', round, team, points: String(1 + (pick % 4)), reason }],
    ['secretary', { type: 'addBonus', round, team, points: '0.5', reason }],
    [
      'secretary',
      value % 5 === 0
        ? { type: 'withdrawTeam', team, reason }
        : { type: 'recordTime', round, team, seconds: value % 300 },
    ],
    sheet?.status === 'reopened'
      ? [
          `judge:${judge}`,
          {
            type: 'submitSheet',
            round,
            team,
            run: 0,
            revision: sheet.revision,
            marks: marksFor(definition, round, pick),
          },
        ]
      : [`judge:${judge}`, { type: 'requestReopen', round, team, reason }],
  ]
  return pickFrom(bodies, value)
}
