/** Commits as text, one a line: how a history is exported, mirrored and kept aside. Reading it back is `kept/`. */
import type { StoredCommit } from './ledger.ts'

export function textOf(commits: readonly StoredCommit[]): string {
  return commits.map(({ line }) => `${line}\n`).join('')
}

/** The text of each chunk; the next chunk is read when the one before has gone out. */
export async function* textsOf(
  chunks: Iterable<readonly StoredCommit[]> | AsyncIterable<readonly StoredCommit[]>,
): AsyncGenerator<string> {
  for await (const chunk of chunks) yield textOf(chunk)
}
