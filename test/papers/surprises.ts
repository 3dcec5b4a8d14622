/** What a day brings: points given and taken, sheets opened again, judges who leave and come back, teams that withdraw. */
import { lookupsOf } from '@bang-diem/shared/contest/lookups.ts'
import { definitionOf } from '@bang-diem/shared/ledger/state.ts'
import type { CommandBody } from '@bang-diem/shared/rules/commands.ts'
import type { SeatId } from '@bang-diem/shared/rules/seats.ts'
import type { Dice } from '../oracle/dice.ts'
import type { History } from './history.ts'
import { approveAll } from './requests.ts'

const POINTS = ['0.5', '1', '0.25', '2.125', '40']

/** One act of somebody; nothing happens where the rules refuse it. */
export function surprise(history: History, dice: Dice): void {
  const { state } = history
  const definition = definitionOf(state)
  const performed = [...state.performed]
  if (performed.length === 0) return
  const [round = '', team = ''] = dice.pick(performed).split('/')
  const judge = dice.pick(definition.judges).id
  const head: SeatId = `judge:${lookupsOf(definition).head?.id ?? judge}`
  const points = dice.pick(POINTS)
  const acts: readonly (readonly [SeatId, CommandBody])[] = [
    ['secretary', { type: 'deduct', round, team, points, reason: 'trang phục chưa đúng' }],
    ['secretary', { type: 'addBonus', round, team, points, reason: 'cổ vũ hay' }],
    ['secretary', { type: 'withdrawDeduction', line: `d${dice.between(1, 3)}`, reason: 'ghi nhầm' }],
    ['secretary', { type: 'withdrawBonus', line: `b${dice.between(1, 3)}`, reason: 'ghi nhầm' }],
    [`judge:${judge}`, { type: 'recuse', round, team, reason: 'người nhà dự thi' }],
    [`judge:${judge}`, { type: 'requestReopen', round, team, reason: 'bấm nhầm' }],
    [`judge:${judge}`, { type: 'requestReopen', round, team, reason: 'chấm nhầm' }],
    // Papers of a certified stage have the names of that day, which the API no longer tells.
    ...(state.certified.size === 0
      ? [['organiser', { type: 'replaceJudge', judge, name: 'Người Thay Thế' }] as const]
      : []),
    ['secretary', { type: 'note', text: 'mất điện trong chốc lát' }],
    dice.chance(0.4)
      ? ['secretary', { type: 'withdrawTeam', team, reason: 'có việc đột xuất', disqualified: dice.chance(0.5) }]
      : [head, { type: 'releaseJudge', judge, reason: 'bị ốm' }],
    ['organiser', { type: 'recallJudge', judge, reason: 'đã khỏe' }],
  ]
  const [seat, body] = dice.pick(acts)
  if (history.ask(seat, body)) approveAll(history)
}
