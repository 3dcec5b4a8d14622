/** Awards: what the rules give, and what people give by hand. Frozen into the certified table, or into the cue that announces them. */
import type { Stage } from '../contest/definition.ts'
import { lookupsOf } from '../contest/lookups.ts'
import { announcedOf } from '../ledger/announced.ts'
import { inGroup } from '../ledger/grouped.ts'
import { stageAward } from '../ledger/keys.ts'
import type { AwardReveal } from '../ledger/reveals.ts'
import { definitionOf, type State } from '../ledger/state.ts'
import { type AwardWinners, awardList } from '../scoring/award-list.ts'
import type { CommandOf } from './commands.ts'
import { accept, type Decision, refuse } from './decision.ts'
import { isEntered } from './entrants.ts'
import type { Refusal } from './refusals.ts'
import { entriesOf, standingsOf } from './scores.ts'
import { stageRules } from './stage-rules.ts'

/** The winners as everything stands, with what the organisers should be warned of. */
export function winnersOf(state: State, stage: Stage): AwardWinners[] {
  if (stage.awards.length === 0) return []
  const entries = entriesOf(state, stage)
  const { rows } = standingsOf(state, stage, entries)
  const { rounds } = stageRules(definitionOf(state), stage)
  return awardList(stage.awards, { rows, entries, rounds }, (award) => pickedFor(state, stage.id, award))
}

/** The teams that an award was given to by hand. */
export function pickedFor(state: State, stage: string, award: string): string[] {
  return [...inGroup(state.picked, stageAward(stage, award)).keys()]
}

/** An award as it is announced. */
export function awardReveal(stage: Stage, { award, title, main, teams }: AwardWinners): AwardReveal {
  return { kind: 'award', stage: stage.id, award, title, teams: [...teams], main }
}

/** An award as it would be announced now: those of the table as certified, one that is picked as it was picked. */
export function announcedAward(state: State, stageId: string, award: string): AwardReveal | undefined {
  const stage = lookupsOf(definitionOf(state)).stages.get(stageId)
  const rule = stage?.awards.find(({ id }) => id === award)
  if (!stage || !rule) return undefined
  const certified = state.certified.get(stageId)?.awards.find((each) => each.award === award)
  if (rule.by !== 'picked') return certified
  const teams = pickedFor(state, stageId, award)
  return { kind: 'award', stage: stageId, award, title: rule.title, teams, main: false }
}

/** Announced awards that would be announced differently now. */
export function changedAwards(state: State, stage: Stage): AwardReveal[] {
  return [...announcedOf(state.public.onAir).awards.values()].flatMap((before) => {
    const now = before.stage === stage.id ? announcedAward(state, stage.id, before.award) : undefined
    return now !== undefined && JSON.stringify(now) !== JSON.stringify(before) ? [now] : []
  })
}

/** a team that is in the stage gets an award that is picked by hand, as long as it was not announced. */
export function giveAward(state: State, command: CommandOf<'giveAward'>): Decision {
  const { award, team, reason } = command
  const stage = pickable(state, command)
  if ('code' in stage) return refuse(stage)
  if (!isEntered(state, stage, team)) return refuse({ code: 'team-not-entered', team, stage: stage.id })
  return accept({ type: 'award-given', stage: stage.id, award, team, reason })
}

export function takeBackAward(state: State, command: CommandOf<'takeBackAward'>): Decision {
  const { award, team, reason } = command
  const stage = pickable(state, command)
  if ('code' in stage) return refuse(stage)
  if (!pickedFor(state, stage.id, award).includes(team)) return refuse({ code: 'award-absent', award, team })
  return accept({ type: 'award-taken-back', stage: stage.id, award, team, reason })
}

function pickable(
  state: State,
  { stage: id, award }: { readonly stage: string; readonly award: string },
): Stage | Refusal {
  const stage = lookupsOf(definitionOf(state)).stages.get(id)
  if (!stage) return { code: 'reference-unknown', field: 'stage', id }
  const known = stage.awards.find((each) => each.id === award)
  if (!known) return { code: 'reference-unknown', field: 'award', id: award }
  if (known.by !== 'picked') return { code: 'award-not-picked', award }
  return state.taken.has(`${id}/${award}/award`) ? { code: 'award-announced', award } : stage
}
