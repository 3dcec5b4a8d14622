/** Opaque tokens: 128 random bits as text; only their SHA-256 is ever stored. */

/** 128 bits as 22 characters that are safe in a URL. */
export function makeToken(entropy: (bytes: number) => string): string {
  return Buffer.from(entropy(16), 'hex').toString('base64url')
}

/** A link's code names its contest, so that the hub need not search: `<contest>.<token>`. */
export function makeCode(contest: string, token: string): string {
  return `${contest}.${token}`
}

export function parseCode(code: string): { contest: string; token: string } | undefined {
  const dot = code.indexOf('.')
  if (dot < 1) return undefined
  return { contest: code.slice(0, dot), token: code.slice(dot + 1) }
}
