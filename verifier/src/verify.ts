/**
 * A ledger checked from its first line to its last (SPEC C-1 to C-9): the chain, what every fact adds, every table that was certified, and what
 * cues told. The answer is all that a command line or a page needs. It goes line by line, so that a page can breathe in between; it never
 * reads, writes or asks anything.
 */
import { CertifiedTables } from './certified-tables.ts'
import { type Commit, faultOf, type Head, readCommit, receiptOf } from './chain.ts'
import type { Difference } from './differences.ts'
import { type Fact, type FactOf, readFact } from './facts.ts'
import { formFaultOf } from './file-form.ts'
import { addFact, nameOfJudge } from './fold.ts'
import { impossibleIn } from './possible.ts'
import { emptyRecord } from './record.ts'
import type { Note } from './scoring/contest.ts'
import type { Act, Sealed } from './sealed.ts'
import type { Sha256 } from './sha256.ts'
import { Announced, toldDifferences } from './told.ts'
import type { Fault, Verified } from './verified.ts'

export class Verification {
  readonly #lines: readonly (string | null)[]
  readonly #sha256: Sha256
  readonly #note: Note
  readonly #record = emptyRecord()
  readonly #announced = new Announced()
  readonly #tables: CertifiedTables
  readonly #differences: Difference[] = []
  readonly #sealed: Sealed[] = []
  #head: Head = { number: 0, hash: '' }
  #at: number | null = null
  #definitionHash = ''
  #fault: Fault | null = null
  #counts = { certifications: 0, sheets: 0, toldScores: 0 }

  constructor(lines: readonly (string | null)[], sha256: Sha256, note: Note = () => undefined) {
    this.#lines = lines
    this.#sha256 = sha256
    this.#note = note
    this.#tables = new CertifiedTables(note)
    if (lines.length === 0) this.#fault = formFaultOf(lines)
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
    return {
      verdict: this.#fault
        ? { outcome: 'broken', fault: this.#fault }
        : first
          ? { outcome: 'differs', difference: first }
          : { outcome: 'agrees' },
      definition,
      sealed: this.#sealed,
      commits: this.#sealed.length,
      at: this.#at,
      tables: this.#tables.inOrder(definition?.stages ?? []),
      ...this.#counts,
      differences: this.#differences,
    }
  }

  #next(): Fault | null {
    const number = this.#head.number + 1
    const line = this.#lines[this.#head.number] ?? null
    const commit = readCommit(line)
    if (commit === null) {
      const form = number === 1 ? formFaultOf(this.#lines) : null
      return form ?? { kind: 'unreadable', number, isLast: number === this.#lines.length }
    }
    const isThere = (wanted: number) => this.#lines.some((other) => other?.startsWith(`{"number":${wanted},`))
    const fault = faultOf(commit, this.#head, this.#sha256, isThere)
    if (fault !== null) return fault
    this.#head = { number, hash: commit.hash }
    return this.#takeAll(commit)
  }

  #takeAll({ number, hash, at, facts }: Commit): Fault | null {
    const acts: Act[] = []
    for (const stored of facts) {
      const read = readFact(stored)
      if (read.kind === 'unknown') return { kind: 'unknown-fact', number, type: read.type, path: read.path }
      if (read.kind === 'silent') continue
      const what = impossibleIn(this.#record, read.fact)
      if (what !== null) return { kind: 'impossible', number, what }
      this.#checkHash(read.fact, stored)
      acts.push(...this.#take(read.fact, at))
      addFact(this.#record, read.fact, receiptOf(this.#head))
    }
    this.#sealed.push({ number, hash, acts })
    this.#at = at
    return null
  }

  /** Looks at a fact before the record has it: what it told and certified is held against what came before. */
  #take(fact: Fact, at: number): Act[] {
    this.#note(fact.type)
    switch (fact.type) {
      case 'cue-taken':
        this.#told(fact)
        return []
      case 'cue-taken-back':
        this.#announced.takeBack()
        return []
      case 'scene-shown':
        this.#announced.add([])
        return []
      case 'sheet-submitted':
      case 'sheet-entered': {
        const { round, team } = fact
        this.#counts.sheets += 1
        const judge = nameOfJudge(this.#record, fact.judge)
        return [{ kind: 'sheet', judge, team, round, isFromPaper: fact.type === 'sheet-entered' }]
      }
      case 'stage-reopened':
        this.#tables.reopen(fact.stage)
        return []
      case 'stage-certified':
        return this.#certified(fact, at)
      default:
        return []
    }
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

  #certified(fact: FactOf<'stage-certified'>, at: number): Act[] {
    const { definition } = this.#record
    const stage = definition?.stages.find(({ id }) => id === fact.stage)
    if (!definition || !stage) return []
    this.#counts.certifications += 1
    const table = this.#tables.certify({ record: this.#record, definition, stage }, fact, this.#head, at)
    this.#differences.push(...table.differences)
    return [{ kind: 'certification', stage: stage.id, version: table.version }]
  }
}

/** Everything at once. `lines` are those of the file, `null` for one that is no text. */
export function verify(lines: readonly (string | null)[], sha256: Sha256, note?: Note): Verified {
  const verification = new Verification(lines, sha256, note)
  while (verification.step());
  return verification.result()
}
