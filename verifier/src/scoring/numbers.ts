/**
 * Numbers of the verifier: a numerator over a denominator, both kept as they come, unreduced, so that no division is ever
 * carried out. It shares nothing with the engine's arithmetic (bigint there, decimals of big.js here), so that one
 * mistake cannot hide in both. It never rounds unless it is told to, and never lets big.js round.
 */
import Big from 'big.js'
import type { Rounding } from './rules.ts'

/** `d` is above zero. */
export type Num = { readonly n: Big; readonly d: Big }

const ONE = new Big(1)

export const ZERO: Num = { n: new Big(0), d: ONE }

export function num(text: string | number): Num {
  return { n: new Big(text), d: ONE }
}

export function plus(a: Num, b: Num): Num {
  if (a.d.eq(b.d)) return { n: a.n.plus(b.n), d: a.d }
  return { n: a.n.times(b.d).plus(b.n.times(a.d)), d: a.d.times(b.d) }
}

export function negative(a: Num): Num {
  return { n: a.n.times(-1), d: a.d }
}

export function minus(a: Num, b: Num): Num {
  return plus(a, negative(b))
}

export function times(a: Num, b: Num): Num {
  return { n: a.n.times(b.n), d: a.d.times(b.d) }
}

export function over(a: Num, b: Num): Num {
  if (!b.n.gt(0)) throw new Error('the verifier divides by positive numbers only')
  return { n: a.n.times(b.d), d: a.d.times(b.n) }
}

export function sumOf(list: readonly Num[]): Num {
  let total = ZERO
  for (const one of list) total = plus(total, one)
  return total
}

export function meanOf(list: readonly Num[]): Num {
  return over(sumOf(list), num(list.length))
}

/** Below zero where `a` is less, above zero where it is more. */
export function order(a: Num, b: Num): number {
  return a.n.times(b.d).cmp(b.n.times(a.d))
}

export function same(a: Num, b: Num): boolean {
  return order(a, b) === 0
}

/** Whether `a` is a whole number of steps. */
export function isWholeSteps(a: Num, step: Num): boolean {
  return a.n.times(step.d).mod(a.d.times(step.n)).eq(0)
}

/** The whole part of `a` over `b`, neither below zero, and what is left of `a`. */
function wholePart(a: Big, b: Big): { whole: Big; rest: Big } {
  const rest = a.mod(b)
  const taken = a.minus(rest)
  // Dividing what is a multiple is exact; the check makes sure of it, since big.js would round in silence.
  const whole = taken.div(b).round(0)
  if (!whole.times(b).eq(taken) || rest.lt(0) || rest.gte(b)) throw new Error('big.js has rounded')
  return { whole, rest }
}

type Precision = Pick<Rounding, 'decimals' | 'mode'>

function roundsUp(whole: Big, rest: Big, divisor: Big, mode: Precision['mode']): boolean {
  const half = rest.times(2).cmp(divisor)
  if (mode === 'truncate' || half < 0) return false
  if (half > 0 || mode === 'half-up') return true
  return whole.mod(2).eq(1)
}

export function rounded(a: Num, { decimals, mode }: Precision): Num {
  const { whole, rest } = wholePart(a.n.abs().times(`1e${decimals}`), a.d)
  const size = roundsUp(whole, rest, a.d, mode) ? whole.plus(1) : whole
  return { n: size.times(`1e-${decimals}`).times(a.n.lt(0) ? -1 : 1), d: ONE }
}

/** With as many digits after the point as the precision says, also where they are zeros. */
export function written(a: Num, precision: Precision): string {
  const short = rounded(a, precision).n
  return (short.eq(0) ? new Big(0) : short).toFixed(precision.decimals)
}

/** A whole numerator over a whole denominator, for comparing with numbers of another make. */
export function fractionText(a: Num): string {
  let { n, d } = a
  while (!n.eq(n.round(0)) || !d.eq(d.round(0))) {
    n = n.times(10)
    d = d.times(10)
  }
  return `${n.toFixed(0)}/${d.toFixed(0)}`
}

/** More places than any contest needs: a mean over two thousand judges of marks with six decimals ends long before. */
const MOST_PLACES = 40

/** How many decimals write the number in full; `null`: no number of them does. */
function placesOf({ n, d }: Num): number | null {
  for (let places = 0; places <= MOST_PLACES; places += 1) {
    if (n.abs().times(`1e${places}`).mod(d).eq(0)) return places
  }
  return null
}

/** In full, with at least `least` decimals; rounded where none writes it in full. */
export function inFull(a: Num, least: number, precision: Precision): string {
  const places = placesOf(a)
  return places === null ? written(a, precision) : written(a, { ...precision, decimals: Math.max(least, places) })
}

/** Whether two texts, decimals or fractions, are the same number. */
export function sameFraction(a: string, b: string): boolean {
  return same(fromFraction(a), fromFraction(b))
}

function fromFraction(text: string): Num {
  const [n = '0', d = '1'] = text.split('/')
  return over(num(n), num(d))
}
