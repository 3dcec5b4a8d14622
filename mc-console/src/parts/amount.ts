/** Points on the page: in the language's own writing, a dash where there is no number yet. */
import { showDecimal } from '@bang-diem/shared/language/decimals.ts'
import { tongue } from '../shell/tongue.svelte.ts'

export function amount(points: string | null | undefined, decimals = 0): string {
  return points === null || points === undefined ? '–' : showDecimal(points, tongue.language, decimals)
}
