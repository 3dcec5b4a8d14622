/** Says kindly why a text is not a mark, always with the bounds that it must keep. */
import type { Fault } from '../marks/reading.ts'
import type { Scale } from '../marks/scale.ts'
import type { Tongue } from './tongue.svelte.ts'

export function faultWords(fault: Fault, scale: Scale, tongue: Tongue): string {
  const words = tongue.words.sheet
  const bounds = tongue.bounds(scale)
  switch (fault) {
    case 'above':
      return words.above(tongue.decimal(scale.max), bounds)
    case 'below':
      return words.below(tongue.decimal(scale.min), bounds)
    case 'off-step':
      return words.offStep(bounds)
    case 'not-a-number':
      return words.notANumber(bounds)
  }
}
