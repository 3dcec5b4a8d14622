/** What a refused handshake means for trying again. Only codes are known here; the words are in `language/`. */

/**
 * `final`: trying again cannot help. `passing`: the hub is busy or stopping, so this is an ordinary loss of connection.
 * `slow`: told to people, and asked again slowly, since a contest may be restored or opened a minute later.
 */
export type RefusalKind = 'final' | 'passing' | 'slow'

const kinds: ReadonlyMap<string, RefusalKind> = new Map([
  ['seat-revoked', 'final'],
  ['protocol-unsupported', 'final'],
  ['handshake-invalid', 'final'],
  ['hub-stopping', 'passing'],
  ['ledger-unavailable', 'passing'],
  ['too-many-requests', 'passing'],
])

export function kindOfRefusal(code: string): RefusalKind {
  return kinds.get(code) ?? 'slow'
}
