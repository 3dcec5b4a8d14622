/**
 * The commits that one page was told of as received and not yet as durable. They are commits of its own commands: what it is told
 * later is one of these numbers and no other, so that it learns nothing of what others do.
 */
export class Unkept {
  readonly #commits = new Set<number>()

  get isEmpty(): boolean {
    return this.#commits.size === 0
  }

  add(commit: number): void {
    this.#commits.add(commit)
  }

  /** Takes out what is durable now; answers the highest of it, or undefined when it is none of these. */
  takeUpTo(number: number): number | undefined {
    const taken = [...this.#commits].filter((commit) => commit <= number)
    for (const commit of taken) this.#commits.delete(commit)
    return taken.length > 0 ? Math.max(...taken) : undefined
  }
}
