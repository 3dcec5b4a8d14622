/**
 * The standings as the hall knew them before the scene on air, so that a table can open on the old order and glide into
 * the new one. It holds announced rows only and follows the view: what *back* takes away is forgotten here as well.
 */
import type { Hall, Row } from './hall.ts'

export class KnownTables {
  readonly #rows = new Map<string, readonly Row[]>()

  /** Called for every picture after it is drawn. A table that is itself on air is still becoming, so it is not noted yet. */
  note(hall: Hall): void {
    const scene = hall.scene
    for (const stage of hall.stages()) {
      if (scene?.kind === 'standings' && scene.stage === stage) continue
      this.#rows.set(stage, hall.rows(stage))
    }
  }

  before(stage: string): readonly Row[] {
    return this.#rows.get(stage) ?? []
  }
}
