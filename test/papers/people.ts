/**
 * The people of a random contest: most of what they do is what the show needs next, with marks that the scales have; now and then the day brings
 * something, and certified results are opened again. They ask; the rules decide.
 */
import type { Definition } from '@bang-diem/shared/contest/definition.ts'
import { lookupsOf } from '@bang-diem/shared/contest/lookups.ts'
import { definitionOf } from '@bang-diem/shared/ledger/state.ts'
import type { CommandBody } from '@bang-diem/shared/rules/commands.ts'
import { competingIn } from '@bang-diem/shared/rules/entrants.ts'
import type { SeatId } from '@bang-diem/shared/rules/seats.ts'
import { type Dice, diceOf } from '../oracle/dice.ts'
import { neededNow } from '../rules/random-need.ts'
import { History } from './history.ts'
import { reopenings } from './reopenings.ts'
import { supply } from './supplying.ts'
import { surprise } from './surprises.ts'
import { answerQuestions } from './ties.ts'

const MOST_PRESSES = 600

/** Plays to the end, or for about one contest in five only a part of it. */
export function played(definition: Definition, number: number): History {
  const dice = diceOf(number + 7919)
  const until = dice.chance(0.2) ? dice.between(5, 60) : MOST_PRESSES
  const history = new History(definition)
  playOn(history, dice, until)
  if (until === MOST_PRESSES && dice.chance(0.5)) reopenings(history, dice)
  return history
}

/** Plays the whole show once. */
export function playedToEnd(definition: Definition, number: number): History {
  const history = new History(definition)
  playOn(history, diceOf(number), MOST_PRESSES)
  return history
}

function playOn(history: History, dice: Dice, presses: number): void {
  for (let pressed = 0; pressed < presses; pressed += 1) {
    if (dice.chance(0.3)) surprise(history, dice)
    const move = { kind: 'needed', pick: dice.below(9999), value: dice.below(9999) } as const
    const needed = neededNow(history.state, move)
    if (!needed) return
    press(history, dice, ...needed)
  }
}

/** What is asked for in general, with what this contest has. */
function press(history: History, dice: Dice, seat: SeatId, body: CommandBody): void {
  const { state } = history
  const { stages } = lookupsOf(definitionOf(state))
  switch (body.type) {
    case 'submitSheet':
    case 'tally':
    case 'recordTime':
    case 'recordFactor':
      return supply(history, dice, body)
    case 'tallyQuestion': {
      const stage = stages.get(body.stage)
      return stage && answerQuestions(history, dice, stage)
    }
    case 'giveAward': {
      const stage = stages.get(body.stage)
      const [team = body.team] = stage ? dice.shuffled(competingIn(state, stage)) : []
      history.ask(seat, { ...body, team })
      return
    }
    default:
      history.ask(seat, body)
  }
}
