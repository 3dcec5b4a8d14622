/** From paths in a definition to cells of a workbook. A path without a cell of its own has that of what it stands in. */
import type { Place } from './cells.ts'

export class Places {
  readonly #byPath = new Map<string, Place>()
  readonly #otherwise: Place

  /** `otherwise` stands for the workbook as a whole. */
  constructor(otherwise: Place) {
    this.#otherwise = otherwise
  }

  set(path: string, place: Place): void {
    this.#byPath.set(path, place)
  }

  nearest(path: string): Place {
    let left = path
    while (left !== '') {
      const place = this.#byPath.get(left)
      if (place !== undefined) return place
      left = left.slice(0, Math.max(0, left.lastIndexOf('.'), left.lastIndexOf('[')))
    }
    return this.#otherwise
  }
}
