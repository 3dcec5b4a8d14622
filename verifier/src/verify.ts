/**
 * A ledger checked from its first line to its last (SPEC C-1 to C-9): the chain, what every fact adds, every table that was certified, and what
 * cues told. The answer is all that a command line or a page needs. It goes line by line, so that a page can breathe in between; it never
 * reads, writes or asks anything.
 */
import { faultOf, type Head, readCommit, receiptOf } from './chain.ts'
import { tableDifferences } from './compare.ts'
import type { Stage } from './definition.ts'
import { derivationsOf } from './derivation.ts'
import type { Difference } from './differences.ts'
import { type Fact, type FactOf, readFact } from './facts.ts'
import { addFact } from './fold.ts'
import { emptyRecord } from './record.ts'
import type { Note } from './scoring/contest.ts'
import type { Sha256 } from './sha256.ts'
import { workedOut } from './table.ts'
import { Announced, toldDifferences } from './told.ts'
import type { Fault, Verified, VerifiedTable } from './verified.ts'

export class Verification {
  readonly #lines: readonly (string | null)[]
  readonly #sha256: Sha256
  readonly #note: Note
  readonly #record = emptyRecord()
  readonly #announced = new Announced()
  readonly #tables = new Map<string, VerifiedTable>()
  readonly #differences: Difference[] = []
  readonly #receipts: string[] = []
  #head: Head = { number: 0, hash: '' }
  #at: number | null = null
  #definitionHash = ''
  #fault: Fault | null = null
  #counts = { certifications: 0, sheets: 0, toldScores: 0 }

  constructor(lines: readonly (string | null)[], sha256: Sha256, note: Note = () => undefined) {
    this.#lines = lines
    this.#sha256 = sha256
    this.#note = note
    if (lines.length === 0) this.#fault = { kind: 'empty', number: 1 }
  }

  /** How much of it is done, from 0 to 1. */
  get progress(): number {
    return this.#lines.length === 0 ? 1 : this.#head.number / this.#lines.length
  }

  /** Checks the next line; false when there is nothing more to check. */
  step(): boolean {
    if (this.#fault !== null || this.#head.number >= this.#lines.length) return false
    this.#fault = this.#next()
    return this.#fault === null
  }

  result(): Verified {
    const { definition } = this.#record
    const [first] = this.#differences
    const stages = definition?.stages.map(({ id }) => id) ?? []
    return {
      verdict: this.#fault
        ? { outcome: 'broken', fault: this.#fault }
        : first
          ? { outcome: 'differs', difference: first }
          : { outcome: 'agrees' },
      definition,
      commits: this.#head.number,
      receipts: this.#receipts,
      at: this.#at,
      tables: stages.flatMap((stage) => this.#tables.get(stage) ?? []),
      ...this.#counts,
      differences: this.#differences,
    }
  }

  #next(): Fault | null {
    const number = this.#head.number + 1
    const line = this.#lines[this.#head.number] ?? null
    const commit = readCommit(line)
    if (commit === null) return { kind: 'unreadable', number, isLast: number === this.#lines.length }
    const isThere = (wanted: number) => this.#lines.some((other) => other?.startsWith(`{"number":${wanted},`))
    const fault = faultOf(commit, this.#head, this.#sha256, isThere)
    if (fault !== null) return fault
    this.#head = { number, hash: commit.hash }
    const receipt = receiptOf(this.#head)
    for (const stored of commit.facts) {
      const read = readFact(stored)
      if (read.kind === 'unknown') return { kind: 'unknown-fact', number, type: read.type, path: read.path }
      if (read.kind === 'silent') continue
      this.#checkHash(read.fact, stored)
      const unknown = this.#take(read.fact, commit.at)
      if (unknown !== null) return { kind: 'unknown-stage', number, stage: unknown }
    }
    this.#receipts.push(receipt)
    this.#at = commit.at
    return null
  }

  /** Adds a fact; the stage's id where the definition has none of that name. */
  #take(fact: Fact, at: number): string | null {
    const { number } = this.#head
    this.#note(fact.type)
    switch (fact.type) {
      case 'cue-taken':
        this.#told(fact)
        break
      case 'cue-taken-back':
        this.#announced.takeBack()
        break
      case 'scene-shown':
        this.#announced.add([])
        break
      case 'sheet-submitted':
      case 'sheet-entered':
        this.#counts.sheets += 1
        break
      case 'stage-reopened':
        this.#reopened(fact.stage)
        break
      case 'stage-certified': {
        const stage = this.#record.definition?.stages.find(({ id }) => id === fact.stage)
        if (!stage) return fact.stage
        this.#certified(stage, fact, at)
        break
      }
    }
    addFact(this.#record, fact, receiptOf({ number, hash: this.#head.hash }))
    return null
  }

  /** A definition's hash is that of its text as stored, and a table carries that of the definition in force (SPEC R-25). */
  #checkHash(fact: Fact, stored: object): void {
    if (fact.type === 'contest-created' || fact.type === 'contest-redefined') {
      this.#definitionHash = this.#sha256(JSON.stringify(Reflect.get(stored, 'definition')))
    } else if (fact.type !== 'stage-certified') return
    if (fact.definitionHash !== this.#definitionHash) {
      this.#differences.push({ kind: 'definition-hash', number: this.#head.number })
    }
  }

  #told(cue: FactOf<'cue-taken'>): void {
    const { definition } = this.#record
    const { number } = this.#head
    const asked = { record: this.#record, announced: this.#announced, number }
    if (definition) this.#differences.push(...toldDifferences(cue, { ...asked, definition }))
    this.#announced.add(cue.reveals)
    this.#counts.toldScores += cue.reveals.filter(({ kind }) => kind === 'score').length
  }

  #reopened(stage: string): void {
    const table = this.#tables.get(stage)
    if (table) this.#tables.set(stage, { ...table, isReopened: true })
  }

  #certified(stage: Stage, { rows, awards = [] }: FactOf<'stage-certified'>, at: number): void {
    const { definition } = this.#record
    if (!definition) return
    this.#counts.certifications += 1
    const { number } = this.#head
    const before = this.#tables.get(stage.id)
    if (before) this.#note('certified again')
    const worked = workedOut(this.#record, definition, stage, this.#note)
    const differences = tableDifferences({ number, stage: stage.id }, { rows, awards }, worked)
    this.#differences.push(...differences)
    this.#tables.set(stage.id, {
      stage: stage.id,
      title: stage.title,
      rounds: stage.rounds.map(({ id, title }) => ({ id, title })),
      version: (before?.version ?? 0) + 1,
      receipt: receiptOf(this.#head),
      at,
      isReopened: false,
      rows,
      awards,
      derivations: derivationsOf({ record: this.#record, definition, stage, worked }),
      differences,
    })
  }
}

/** Everything at once. `lines` are those of the file, `null` for one that is no text. */
export function verify(lines: readonly (string | null)[], sha256: Sha256, note?: Note): Verified {
  const verification = new Verification(lines, sha256, note)
  while (verification.step());
  return verification.result()
}
