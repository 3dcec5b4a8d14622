/** The greys of a stacked bar: each stands off from its neighbours on the poorest printer, and more parts than greys begin again. */

export interface Shade {
  readonly fill: string
  /** Of what is written on it. */
  readonly ink: string
}

const first: Shade = { fill: '#5c5c5c', ink: '#ffffff' }
const others: readonly Shade[] = [
  { fill: '#e4e4e4', ink: '#000000' },
  { fill: '#a3a3a3', ink: '#000000' },
  { fill: '#ffffff', ink: '#000000' },
  { fill: '#262626', ink: '#ffffff' },
  { fill: '#c6c6c6', ink: '#000000' },
]

export function shadeOf(part: number): Shade {
  return others[(part % (others.length + 1)) - 1] ?? first
}

export const BORDER = { width: 0.5, color: '#000000' } as const
