/** Whatever scores wait for: sheets by phone or from paper, points, times and factors. */
import { lookupsOf } from '@bang-diem/shared/contest/lookups.ts'
import { definitionOf } from '@bang-diem/shared/ledger/state.ts'
import type { Missing } from '@bang-diem/shared/rules/refusals.ts'
import { missingOf } from '@bang-diem/shared/rules/scores.ts'
import type { Dice } from '../oracle/dice.ts'
import type { History } from './history.ts'
import { decimalOf, markOn, marksIn, millionths } from './marks.ts'
import { approveAll } from './requests.ts'

/** Everything that the score of a team waits for, as far as it can come. */
export function supply(history: History, dice: Dice, { round, team }: Pick<Missing, 'round' | 'team'>): void {
  const { state } = history
  const definition = definitionOf(state)
  const rules = lookupsOf(definition).rounds.get(round)
  const missing = missingOf(state, round, team)
  if (!rules || !missing) return
  for (const judge of missing.judges) giveSheet(history, dice, { round, team, judge })
  for (const { id: criterion, scale } of rules.criteria.filter(({ id }) => missing.criteria.includes(id))) {
    history.ask('secretary', { type: 'tally', round, team, criterion, points: markOn({ ...scale, min: '0' }, dice) })
  }
  const limit = rules.time.limitSeconds ?? 100
  const seconds = dice.chance(0.3) ? dice.between(1, limit) : limit + dice.pick([-1, 0, 1, 59, 60, 61, 200])
  if (missing.time) history.ask('secretary', { type: 'recordTime', round, team, seconds })
  if (missing.factor && rules.factor) {
    const { min, max } = rules.factor
    const factor = dice.pick([min, max, decimalOf((millionths(min) + millionths(max)) / 2n)])
    history.ask('secretary', { type: 'recordFactor', round, team, factor })
  }
}

interface Place {
  readonly round: string
  readonly team: string
  readonly judge: string
}

/** By the judge; now and then from paper, and where it is too late for a sheet the judge is excused. */
function giveSheet(history: History, dice: Dice, place: Place): void {
  const { round, team, judge } = place
  const definition = definitionOf(history.state)
  const marks = marksIn(definition, round, dice)
  const known = history.state.sheets.get(`${round}/${team}`)?.get(judge)
  const submit = { type: 'submitSheet', round, team, run: 0, revision: known?.revision ?? 0, marks } as const
  if (dice.chance(0.05) && history.ask('secretary', { type: 'excuse', ...place, reason: 'vắng mặt' })) return
  if (!dice.chance(0.12) && history.ask(`judge:${judge}`, submit)) return
  if (history.ask('secretary', { type: 'enterSheet', ...place, marks, reason: 'điện thoại hết pin' })) {
    approveAll(history)
    return
  }
  if (history.ask(`judge:${judge}`, submit)) return
  history.ask('secretary', { type: 'excuse', ...place, reason: 'vắng mặt' })
}
