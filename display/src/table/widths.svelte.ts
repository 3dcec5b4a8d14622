/** How wide a text is in em of the hall's text face, measured again whenever a font has arrived. */
import { createSubscriber } from 'svelte/reactivity'

const MEASURED_AT = 100
const EXPECTED_EM = 0.56
/** A line in the page was seen 0.6 % wider than on a canvas: a name that just fits there must not wrap here. */
const SLACK = 1.015

export class TextWidths {
  readonly #context = document.createElement('canvas').getContext('2d')
  readonly #known = new Map<string, number>()
  readonly #fontsLoaded = createSubscriber((update) => {
    const measureAgain = () => {
      this.#known.clear()
      update()
    }
    document.fonts.addEventListener('loadingdone', measureAgain)
    return () => document.fonts.removeEventListener('loadingdone', measureAgain)
  })

  constructor() {
    if (this.#context !== null)
      this.#context.font = `600 ${MEASURED_AT}px ${getComputedStyle(document.body).fontFamily}`
  }

  readonly of = (text: string): number => {
    this.#fontsLoaded()
    const known = this.#known.get(text)
    if (known !== undefined) return known
    const measured = this.#context?.measureText(text).width ?? text.length * EXPECTED_EM * MEASURED_AT
    const width = (measured * SLACK) / MEASURED_AT
    this.#known.set(text, width)
    return width
  }
}
