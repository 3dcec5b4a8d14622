/** How many places a figure is shown with: never fewer than it has. */
import type { Figure } from '../paper.ts'

export function places({ number, decimals }: Figure): number {
  const [, digits = ''] = number.split('.')
  return Math.max(decimals, digits.length)
}
