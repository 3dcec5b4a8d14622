/** What the address of a screen says: `?contest=…&theme=…&screen=…&name=…&fit=1`. */

const themes = ['hall', 'official', 'paper'] as const

export type ScreenOptions = {
  /** Null: the newest contest of the hub. */
  readonly contest: string | null
  readonly theme: (typeof themes)[number]
  /** Null: a phone is of the audience, anything larger is a stage screen. */
  readonly screen: 'stage' | 'audience' | null
  readonly name: string | null
  readonly fit: boolean
}

/** The hub takes no longer name. */
const LONGEST_NAME = 40

export function readOptions(search: string): ScreenOptions {
  const asked = new URLSearchParams(search)
  const screen = asked.get('screen')
  return {
    contest: asked.get('contest') || null,
    theme: themes.find((theme) => theme === asked.get('theme')) ?? 'hall',
    screen: screen === 'stage' || screen === 'audience' ? screen : null,
    name: asked.get('name')?.trim().slice(0, LONGEST_NAME) || null,
    fit: asked.has('fit') && asked.get('fit') !== '0',
  }
}
