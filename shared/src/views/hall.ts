/**
 * What the hall sees. It is given public state alone and folds reveals and scenes as they were announced; it cannot import sheets or
 * scoring, so that a secret cannot get here even by mistake.
 */
import { announcedOf } from '../ledger/announced.ts'
import { roundTeam } from '../ledger/keys.ts'
import { definitionOf, type PublicState } from '../ledger/state.ts'
import { commonEntries } from './static.ts'
import type { View } from './view.ts'

export function hallView(state: PublicState): View {
  const view: View = new Map(commonEntries(definitionOf({ public: state })))
  addShow(view, state)
  return view
}

/** Scene, timer, progress and everything announced: the part that staff see as well. */
export function addShow(view: View, state: PublicState): void {
  const onAir = state.onAir.at(-1)
  if (onAir) view.set('scene', onAir.scene)
  if (state.timer) {
    view.set('timer', state.timer)
    const { round, team } = state.timer
    const progress = state.progress.get(roundTeam(round, team))
    if (progress) view.set('progress', { round, team, ...progress })
  }
  const { scores, rows, awards } = announcedOf(state.onAir)
  for (const [key, score] of scores) view.set(`score/${key}`, score)
  for (const [key, row] of rows) view.set(`row/${key}`, row)
  for (const [key, award] of awards) view.set(`award/${key}`, award)
}
