/** How wide a text is in em of the hall's text face, measured again whenever a font has arrived. */
import { createSubscriber } from 'svelte/reactivity'

const MEASURED_AT = 100
const EXPECTED_EM = 0.56

export class TextWidths {
  readonly #context = document.createElement('canvas').getContext('2d')
  readonly #fontsLoaded = createSubscriber((update) => {
    document.fonts.addEventListener('loadingdone', update)
    return () => document.fonts.removeEventListener('loadingdone', update)
  })

  readonly of = (text: string): number => {
    this.#fontsLoaded()
    if (this.#context === null) return text.length * EXPECTED_EM
    this.#context.font = `600 ${MEASURED_AT}px ${getComputedStyle(document.body).fontFamily}`
    return this.#context.measureText(text).width / MEASURED_AT
  }
}
