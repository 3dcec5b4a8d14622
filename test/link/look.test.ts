/** The tokens of every theme can be read: contrast by WCAG's formula, from the file itself. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { showSeconds, stopwatchAt } from '@bang-diem/shared/look/stopwatch.ts'
import { describe, expect, test } from 'vitest'

const css = ['hall', 'phone', 'console']
  .map((name) => fileURLToPath(import.meta.resolve(`@bang-diem/shared/look/theme-${name}.css`)))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n')

type Tokens = ReadonlyMap<string, string>
/** The colours of each block with a ground; a theme's darker shade begins with its lighter one. */
const themes = new Map<string, Tokens>()
for (const [, selector = '', body = ''] of css.matchAll(/^(\[data-theme[^{]*)\{([^}]*)\}/gm)) {
  const colours = [...body.matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)].map(
    ([, name = '', colour = '']) => [name, colour] as const,
  )
  if (colours.length > 0) themes.set(selector.trim(), new Map(colours))
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

/** Text on what it stands on; a pair counts where a theme has both. */
const pairs = [
  ...['ground', 'ground-end', 'surface', 'surface-raised'].flatMap((ground) =>
    ['ink', 'ink-soft', 'accent', 'good', 'alarm', 'busy', 'now'].map((text) => [text, ground] as const),
  ),
  ['accent-ink', 'accent'],
  ['accent', 'accent-ground'],
  ['good', 'good-ground'],
  ['busy', 'busy-ground'],
  ['alarm', 'alarm-ground'],
  ['now', 'now-ground'],
] as const

test('there are six sets of colours', () => {
  expect([...themes.keys()]).toHaveLength(6)
})

describe.each([...themes])('%s', (_selector, tokens) => {
  const both = pairs.filter(([text, ground]) => tokens.has(text) && tokens.has(ground))

  test.each(both)('%s can be read on %s', (text, ground) => {
    expect(contrast(tokens.get(text) ?? '', tokens.get(ground) ?? '')).toBeGreaterThanOrEqual(4.5)
  })

  test('colour bars of teams stand out from the ground', () => {
    for (const [name, colour] of tokens) {
      if (name.startsWith('team-')) expect(contrast(colour, tokens.get('ground') ?? ''), name).toBeGreaterThanOrEqual(3)
    }
  })
})

describe('the stopwatch', () => {
  const timer = { round: 'r', team: 't', elapsedMs: 60_000, startedAt: 1_000_000 }

  test.each([
    ['runs', 1_000_000 + 30_500, { elapsed: 90, left: 210, over: 0, warning: null }],
    ['warns at the second itself', 1_000_000 + 180_000, { elapsed: 240, left: 60, over: 0, warning: 60 }],
    ['gives the nearest warning', 1_000_000 + 215_000, { elapsed: 275, left: 25, over: 0, warning: 30 }],
    ['has nothing left at the limit', 1_000_000 + 240_000, { elapsed: 300, left: 0, over: 0, warning: null }],
    ['counts what is over', 1_000_000 + 245_999, { elapsed: 305, left: 0, over: 5, warning: null }],
    ['shows no time before its start', 999_000, { elapsed: 60, left: 240, over: 0, warning: null }],
  ])('%s', (_what, now, expected) => {
    expect(stopwatchAt(timer, now, 300, [60, 30])).toEqual({ running: true, ...expected })
  })

  test('paused, it stands still', () => {
    const paused = { ...timer, startedAt: null }
    expect(stopwatchAt(paused, 9_999_999, undefined, [])).toEqual({
      running: false,
      elapsed: 60,
      left: null,
      over: 0,
      warning: null,
    })
  })

  test.each([
    [0, '0:00'],
    [65, '1:05'],
    [3_725, '1:02:05'],
  ])('%i s are shown as %s', (seconds, shown) => {
    expect(showSeconds(seconds)).toBe(shown)
  })
})
