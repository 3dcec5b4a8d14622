/** Brings a contest to a moment of its day through the public protocol, so that the desks have something to show. */
import type { Definition } from '@bang-diem/shared/contest/definition.ts'
import type { HubProcess } from '../../harness/hub-process.ts'
import { type Created, createContest } from '../../robot/api.ts'
import { type Cast, castFor } from '../../robot/cast.ts'
import { likelyScript } from '../../robot/likely-script.ts'
import { play } from '../../robot/play.ts'
import type { Script } from '../../robot/script.ts'

export interface Staged {
  readonly created: Created
  readonly cast: Cast
}

/** Thrown by this file alone, to stop the robot at a cue. */
class Reached extends Error {}

/** Plays up to and including the cue, whose own marking is not done; '' plays nothing, `null` plays to the end. */
export async function stageAt(
  hub: HubProcess,
  definition: Definition,
  stopAt: string | null,
  script: Script = likelyScript(definition, 7),
): Promise<Staged> {
  const created = await createContest(hub.url, hub.organiserKey, definition)
  const cast = await castFor(hub.url, definition, created)
  if (stopAt === '') return { created, cast }
  const onCue = async (cue: string) => {
    if (cue === stopAt) throw new Reached()
    await settleEntrants(cue)
  }
  try {
    await play({ definition, cast, script, tempo: { cue: 0, mark: 0 }, onCue })
  } catch (error) {
    if (!(error instanceof Reached)) throw error
  }
  return { created, cast }

  /** The robot certifies; who comes on to a stage is settled as soon as the table that it goes by was told. */
  async function settleEntrants(cue: string): Promise<void> {
    for (const { id, entrants } of definition.stages) {
      const isTold = typeof entrants === 'object' && 'from' in entrants && cue === `${entrants.from}/final`
      if (isTold) await cast.head.must({ type: 'qualify', stage: id })
    }
  }
}

/** The last cue before certification: everything marked, nothing certified. */
export function upToCertify({ stages: [stage] }: Definition): string {
  return `${stage?.rounds.at(-1)?.id ?? ''}/standings`
}

/** Every judge gives every team the same: all teams are equal, and no rule decides. */
export function everySheetAlike({ stages: [stage] }: Definition): Script {
  const criteriaOf = (round: string) => stage?.rounds.find(({ id }) => id === round)?.criteria ?? []
  return {
    marks: (round) =>
      Object.fromEntries(
        criteriaOf(round)
          .filter(({ scoredBy }) => scoredBy === 'judges')
          .map(({ id, scale }) => [id, scale.max]),
      ),
    tally: () => '10',
    seconds: () => 200,
  }
}

/** Teams whose ids end with a number: a lower number, a better mark, and so no two are equal. */
export const byNumber: Script = {
  marks: (_round, team) => ({ chung: String(20 - Number(team.split('-').at(-1)) * 0.5) }),
  tally: () => '10',
  seconds: () => 200,
}

/** The head judge's link opens the marking page; the same code opens the desk. */
export function deskOfHead({ created }: Staged): string {
  return (created.links.judges.gk1 ?? '').replace('/judge/', '/console/')
}
