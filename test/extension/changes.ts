/** What differs between two trees of sources, line by line. It knows nothing of what the lines say. */

export interface Change {
  readonly path: string
  /** The file is not in the first tree, or not in the second. */
  readonly kind: 'added' | 'changed' | 'removed'
  readonly added: readonly string[]
  readonly removed: readonly string[]
}

type Texts = ReadonlyMap<string, string>

export function changesBetween(before: Texts, after: Texts): Change[] {
  const paths = [...new Set([...before.keys(), ...after.keys()])].sort()
  return paths.flatMap((path): Change[] => {
    const [old, own] = [before.get(path), after.get(path)]
    if (old === own) return []
    const kind = old === undefined ? 'added' : own === undefined ? 'removed' : 'changed'
    const [oldLines, ownLines] = [linesOf(old), linesOf(own)]
    const kept = common(oldLines, ownLines)
    return [{ path, kind, added: without(ownLines, kept), removed: without(oldLines, kept) }]
  })
}

function linesOf(text: string | undefined): string[] {
  return text === undefined ? [] : text.trimEnd().split('\n')
}

/** A longest common subsequence, as every diff tool takes it. */
function common(one: readonly string[], other: readonly string[]): string[] {
  let best: string[][] = other.map(() => []).concat([[]])
  for (const line of [...one].reverse()) {
    const next: string[][] = best.map(() => [])
    for (let at = other.length - 1; at >= 0; at -= 1) {
      const [skipped, below, diagonal] = [next[at + 1] ?? [], best[at] ?? [], best[at + 1] ?? []]
      const taken = line === other[at] ? [line, ...diagonal] : []
      next[at] = [taken, skipped, below].reduce((longest, each) => (each.length > longest.length ? each : longest))
    }
    best = next
  }
  return best[0] ?? []
}

/** The lines that are left when those of `taken` are struck in their order. */
function without(lines: readonly string[], taken: readonly string[]): string[] {
  let at = 0
  return lines.filter((line) => {
    if (line !== taken[at]) return true
    at += 1
    return false
  })
}
