/** A contest that is played in parts: robots with phones and desks that stay where they are while the house moves under them. */
import { type Definition, parseDefinition } from '@bang-diem/shared/contest/definition.ts'
import { danVanKheo } from '@bang-diem/shared/contest/presets/dan-van-kheo.ts'
import type { Ack } from '@bang-diem/shared/protocol/down.ts'
import { missingEntry } from '@bang-diem/shared/views/show-entries.ts'
import { createContest } from '../robot/api.ts'
import { type Cast, castFor } from '../robot/cast.ts'
import { likelyScript } from '../robot/likely-script.ts'
import { type Play, play } from '../robot/play.ts'

/** The play stops here for now. */
class Intermission extends Error {
  override readonly name = 'Intermission'
}

export class Show {
  readonly contest: string
  readonly judges: number
  readonly #cast: Cast
  readonly #game: Omit<Play, 'onCue'>

  private constructor(definition: Definition, cast: Cast) {
    this.contest = definition.id
    this.judges = definition.judges.length
    this.#cast = cast
    this.#game = { definition, cast, script: likelyScript(definition, 1), tempo: { cue: 0, mark: 0 } }
  }

  static async open(hub: string, key: string): Promise<Show> {
    const teams = danVanKheo.definition.teams.slice(0, 3)
    const parsed = parseDefinition({ ...danVanKheo.definition, teams })
    if (!parsed.ok) throw new Error(`the definition is refused: ${JSON.stringify(parsed.problems)}`)
    const { definition } = parsed
    return new Show(definition, await castFor(hub, definition, await createContest(hub, key, definition)))
  }

  /** Plays until the n-th team of a round has performed and nobody has marked it; answers the team. */
  async playUntilMarking(round: string, nth: number): Promise<string> {
    let reached = 0
    let team = ''
    const onCue = (cue: string) => {
      const [of, called = '', step] = cue.split('/')
      if (of !== round || step !== 'marking' || ++reached < nth) return
      team = called
      throw new Intermission()
    }
    try {
      await play({ ...this.#game, onCue })
    } catch (error) {
      if (error instanceof Intermission) return team
      throw error
    }
    throw new Error(`the play ended before ${round}`)
  }

  /** Plays to the end; answers whether a result was certified on the way. */
  async playToEnd(): Promise<boolean> {
    let isCertified = false
    const onCue = (cue: string) => {
      isCertified ||= cue.endsWith('/certify')
    }
    await play({ ...this.#game, onCue })
    return isCertified
  }

  /** One judge's sheet for a team, with the answer that the phone got. */
  async submit(judge: string, round: string, team: string): Promise<Ack> {
    const page = this.#cast.judges.get(judge)
    const marks = this.#game.script.marks(round, team, judge)
    if (!page || !marks) throw new RangeError(`${judge} does not mark`)
    const ack = await page.send({ type: 'submitSheet', round, team, run: 0, revision: 0, marks })
    // Who plays on looks at what the MC sees: that must not be from before this sheet.
    const { mc } = this.#cast
    if (ack.ok) {
      await mc.until('the MC sees the sheet', () =>
        mc.entry(`missing/${round}/${team}`, missingEntry)?.judges.includes(judge) ? undefined : true,
      )
    }
    return ack
  }

  /** Resolves when every phone and desk has the picture of a hub anew, with the session that it had. */
  async isBack(): Promise<void> {
    const { mc, secretary, organiser, judges } = this.#cast
    const pages = [mc, secretary, organiser, ...judges.values()]
    await Promise.all(pages.map((page) => page.until('the hub is back', () => page.socket.connected && page.driving)))
  }

  close(): void {
    this.#cast.close()
  }
}
