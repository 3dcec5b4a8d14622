/**
 * Gives the facts of one command their salts and the command's digest. Pure: the entropy comes from the hub with each command.
 */
import type { Sha256 } from './commit.ts'
import type { Fact, FactBody } from './facts.ts'

/** The digest that a repeated command is compared by: 32 hex digits over the parsed command's JSON. */
export function digestOf(command: object, sha256: Sha256): string {
  return sha256(JSON.stringify(command)).slice(0, 32)
}

/**
 * Adds a 16-byte salt of its own to each fact, and the digest (when there is a command behind it) to the first. Of the 32 bytes of
 * entropy half is the first fact's salt; those of the others come from the half that is never written, so that no salt tells another.
 * The keys always stand in the order type, salt, digest, rest: a commit is checked by writing it again, byte for byte.
 */
export function saltFacts(
  bodies: readonly FactBody[],
  entropy: string,
  digest: string | undefined,
  sha256: Sha256,
): Fact[] {
  const [first, rest] = [entropy.slice(0, 32), entropy.slice(32)]
  return bodies.map((body, index) => {
    const salt = index === 0 ? first : sha256(`salt/${index}/${rest}`).slice(0, 32)
    const opening = index === 0 && digest !== undefined ? { salt, digest } : { salt }
    return lead(body, opening)
  })
}

/** `type` first, then the seal, then the rest; written without `type` twice so that its place is certain. */
function lead(body: FactBody, opening: { readonly salt: string; readonly digest?: string }): Fact {
  const typed = { type: body.type, ...opening }
  return Object.assign(typed, body)
}
