/** A contest that the robot plays while a test looks at pages: it stops where the test wants to look, and goes on from there. */
import type { Definition } from '@bang-diem/shared/contest/definition.ts'
import type { Created } from '../robot/api.ts'
import { type Cast, castFor } from '../robot/cast.ts'
import { play } from '../robot/play.ts'
import type { Script } from '../robot/script.ts'
import type { Venue } from './venue.ts'

class Reached extends Error {}

export class RobotShow {
  readonly created: Created
  readonly cast: Cast
  readonly #definition: Definition
  readonly #script: Script

  private constructor(created: Created, cast: Cast, definition: Definition, script: Script) {
    this.created = created
    this.cast = cast
    this.#definition = definition
    this.#script = script
  }

  static async prepare(venue: Venue, definition: Definition, script: Script): Promise<RobotShow> {
    const created = await venue.create(definition)
    return new RobotShow(created, await castFor(venue.url, definition, created), definition, script)
  }

  /** Plays on until a cue is on air. Where that is a team's *marking*, nobody has submitted yet. */
  async playTo(cue: string): Promise<void> {
    try {
      await this.play((taken) => {
        if (taken === cue) throw new Reached()
      })
    } catch (error) {
      if (error instanceof Reached) return
      throw error
    }
    throw new Error(`the contest ended without ${cue}`)
  }

  /** Plays on to the end, and waits at each cue while the test looks. */
  async play(onCue: (cue: string) => Promise<void> | void): Promise<void> {
    await play({
      definition: this.#definition,
      cast: this.cast,
      script: this.#script,
      tempo: { cue: 0, mark: 0 },
      onCue,
    })
  }
}
