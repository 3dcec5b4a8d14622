/**
 * A ledger's file as lines. Each is decoded by itself and strictly, so that a byte which is no text is found where it stands. It never
 * mends anything.
 */

const LINE_FEED = 10

/** The lines without their ends; `null` for one that is not UTF-8. A line feed at the very end begins no further line. */
export function linesOf(bytes: Uint8Array): (string | null)[] {
  // A byte order mark is a byte like any other: it does not belong there.
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  const lines: (string | null)[] = []
  let from = 0
  while (from < bytes.length) {
    const found = bytes.indexOf(LINE_FEED, from)
    const to = found === -1 ? bytes.length : found
    lines.push(decoded(decoder, bytes.subarray(from, to)))
    from = to + 1
  }
  return lines
}

function decoded(decoder: InstanceType<typeof TextDecoder>, bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}
