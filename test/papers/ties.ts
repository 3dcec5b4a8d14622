/** Ties of a random contest: questions are answered, lots drawn, and what is left is decided. */
import type { Stage } from '@bang-diem/shared/contest/definition.ts'
import { lookupsOf } from '@bang-diem/shared/contest/lookups.ts'
import { definitionOf } from '@bang-diem/shared/ledger/state.ts'
import { competingIn } from '@bang-diem/shared/rules/entrants.ts'
import { standingsOf } from '@bang-diem/shared/rules/scores.ts'
import type { Dice } from '../oracle/dice.ts'
import type { History } from './history.ts'
import { decimalOf, millionths } from './marks.ts'

/** Every team answers every question of the stage. */
export function answerQuestions(history: History, dice: Dice, stage: Stage): void {
  for (const rule of stage.tieBreaks) {
    if (rule.by !== 'question') continue
    for (const team of competingIn(history.state, stage)) {
      const points = decimalOf((millionths(rule.maximum) * BigInt(dice.below(5))) / 4n)
      history.ask('secretary', { type: 'tallyQuestion', stage: stage.id, question: rule.question, team, points })
    }
  }
}

/** Until nobody waits, or the rules accept nothing more. */
export function partTies(history: History, dice: Dice, stage: Stage): void {
  const { head } = lookupsOf(definitionOf(history.state))
  const seat = head ? (`judge:${head.id}` as const) : 'organiser'
  for (let round = 0; round < 20; round += 1) {
    const [tie] = standingsOf(history.state, stage).undecided
    if (!tie) return
    const teams = [...tie.teams]
    const order = {
      type: 'breakTie',
      stage: stage.id,
      teams: dice.shuffled(teams),
      reason: 'quyết định của Trưởng ban',
    } as const
    if (tie.awaits.by === 'question') answerQuestions(history, dice, stage)
    else if (tie.awaits.by === 'lot' && dice.chance(0.5))
      history.ask(seat, { type: 'drawLots', stage: stage.id, teams })
    else history.ask(seat, order)
  }
}
