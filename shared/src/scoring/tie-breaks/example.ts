/** The small worked example of a tie-break: two teams with the same total, and a figure that parts them. */
import { type Wording, withComma } from '../wording.ts'

/** `first` goes before `second`; both are written with a point. */
export function tiedExample(first: string, second: string): Wording {
  return {
    vi: withComma(`Hai đội A, B cùng 86.50; A: ${first}, B: ${second} → A xếp trên.`),
    en: `A and B both have 86.50; A: ${first}, B: ${second} → A goes first.`,
  }
}
