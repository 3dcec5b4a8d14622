/** Who comes on to a stage, and who wins what: as everything stands, for the desk; ties across a cut for the head judge as well. */
import type { Stage } from '../contest/definition.ts'
import { announcedOf } from '../ledger/announced.ts'
import type { State } from '../ledger/state.ts'
import { winnersOf } from '../rules/awards.ts'
import { takesQualifiers } from '../rules/entrants.ts'
import { isRefusal } from '../rules/guards.ts'
import { comingTo } from '../rules/qualifying.ts'
import type { ComingEntry, WinnersEntry } from './desk-entries.ts'
import type { View } from './view.ts'

export function addComing(view: View, state: State, stage: Stage): void {
  const { entrants } = stage
  if (!takesQualifiers(stage) || entrants === 'all' || Array.isArray(entrants)) return
  const settled = state.qualified.get(stage.id)
  const entry: ComingEntry = {
    from: entrants.from,
    settled: settled !== undefined,
    teams: [...(settled ?? [])],
    tied: [],
    block: null,
  }
  view.set(`coming/${stage.id}`, settled === undefined ? unsettled(state, stage, entry) : entry)
}

function unsettled(state: State, stage: Stage, entry: ComingEntry): ComingEntry {
  const coming = comingTo(state, stage)
  if (coming === undefined) return entry
  if (isRefusal(coming)) return { ...entry, block: coming }
  const tied = coming.tied.map(({ teams, places }) => ({ teams: [...teams], places }))
  return { ...entry, teams: [...coming.certain], tied }
}

/** While sheets are missing nobody has won anything yet. */
export function addWinners(view: View, state: State, stage: Stage): void {
  const { awards } = announcedOf(state.public.onAir)
  for (const { award, title, main, teams, tiedAtEdge, doubled } of winnersOf(state, stage)) {
    const key = `${stage.id}/${award}` as const
    const entry: WinnersEntry = {
      title,
      main,
      picked: stage.awards.some(({ id, by }) => id === award && by === 'picked'),
      teams: [...teams],
      tiedAtEdge: [...tiedAtEdge],
      doubled: [...doubled],
      announced: awards.has(key),
    }
    view.set(`winners/${key}`, entry)
  }
}
