/** Σ a × b of decimal texts, exactly: what a round's criteria add up to. */

const PLACES = 12

function units(decimal: string): bigint {
  const [whole = '0', part = ''] = decimal.split('.')
  return BigInt(whole + part.padEnd(PLACES, '0'))
}

export function addAll(products: readonly (readonly [string, string])[]): string {
  const sum = products.reduce((total, [a, b]) => total + units(a) * units(b), 0n)
  const digits = String(sum).padStart(2 * PLACES + 1, '0')
  const part = digits.slice(-2 * PLACES).replace(/0+$/, '')
  return digits.slice(0, -2 * PLACES) + (part === '' ? '' : `.${part}`)
}
