/** A set seen through members of its own, as a `MapOver` is a map: it copies nothing until something is deleted here. */
export class SetOver<Member> extends Set<Member> {
  #below: ReadonlySet<Member>

  constructor(below: ReadonlySet<Member>) {
    super()
    this.#below = below
  }

  override has(member: Member): boolean {
    return super.has(member) || this.#below.has(member)
  }

  override add(member: Member): this {
    return this.#below.has(member) ? this : super.add(member)
  }

  /** Nothing can be taken out of what is below: from here on this is a set by itself. */
  override delete(member: Member): boolean {
    const members = [...this]
    this.clear()
    for (const each of members) this.add(each)
    return super.delete(member)
  }

  override clear(): void {
    this.#below = new Set()
    super.clear()
  }

  override get size(): number {
    let size = this.#below.size
    for (const member of super.values()) if (!this.#below.has(member)) size += 1
    return size
  }

  override *values(): SetIterator<Member> {
    yield* this.#below
    for (const member of super.values()) if (!this.#below.has(member)) yield member
  }

  override keys(): SetIterator<Member> {
    return this.values()
  }

  override *entries(): SetIterator<[Member, Member]> {
    for (const member of this.values()) yield [member, member]
  }

  override [Symbol.iterator](): SetIterator<Member> {
    return this.values()
  }

  override forEach(each: (member: Member, again: Member, set: Set<Member>) => void): void {
    for (const member of this.values()) each(member, member, this)
  }
}
