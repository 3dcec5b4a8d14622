/** What a figure is: one number, what it is to be, and the bare baseline that stood beside it in the same run. */

export type Aim = { readonly atLeast: number } | { readonly atMost: number }

export interface Figure {
  /** kebab-case; the key in the results. */
  readonly name: string
  /** In words: what was measured, and against what. */
  readonly says: string
  /** What the aim is about: the ratio, or the hub's own value in a unit. */
  readonly value: number
  readonly unit: 'ratio' | 'ms' | 's' | 'kB'
  /** The hub's value over the baseline's: all that carries over to another machine. */
  readonly ratio: number
  readonly aim: Aim | null
  /** The two sides in the same unit, for people. */
  readonly hub: string
  readonly baseline: string
}

/** What the options of a run mean to a figure. */
export interface Scope {
  /** Seconds that a measurement of a steady load takes. */
  readonly seconds: number
  /** Pairs of rounds, baseline and hub in turn, whose median is quoted. */
  readonly pairs: number
  /** Tells the person who waits what is being done. */
  readonly note: (text: string) => void
}

/** A group of figures that are measured together. */
export interface Measurement {
  readonly name: string
  readonly measure: (scope: Scope) => Promise<readonly Figure[]>
}

export function isReached({ value, aim }: Figure): boolean {
  if (aim === null) return true
  return 'atLeast' in aim ? value >= aim.atLeast : value <= aim.atMost
}

/** One line of result. */
export function lineOf(figure: Figure): string {
  const { name, ratio, unit, aim, says, hub, baseline } = figure
  const bound = aim === null ? '' : `${aimOf(aim, unit)} ${isReached(figure) ? 'reached' : 'MISSED'}; `
  return `${name}: ${ratio.toFixed(2)} × (${bound}hub ${hub}, baseline ${baseline}) – ${says}`
}

export function aimOf(aim: Aim, unit: Figure['unit']): string {
  const bound = 'atLeast' in aim ? `≥ ${aim.atLeast}` : `≤ ${aim.atMost}`
  return unit === 'ratio' ? `${bound} ×` : `${bound} ${unit}`
}

/** All figures as a table for a page of Markdown. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => {
    const { name, says, ratio, aim, unit, hub, baseline } = figure
    const aimed = aim === null ? '' : `${aimOf(aim, unit)}${isReached(figure) ? '' : ' **missed**'}`
    return `| ${name} | ${says} | ${ratio.toFixed(2)} | ${aimed} | ${hub} | ${baseline} |`
  })
  return [
    '| figure | what | ratio | aim | hub | baseline |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n')
}
