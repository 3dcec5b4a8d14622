/**
 * Committers on a real embedded ledger whose append can be made to stall or to fail, for tests of the queue. The faults are those
 * that the ledger's contract allows; how real media fail is tested with the ledgers.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Chain } from '@bang-diem/server/chain.ts'
import { Committer } from '@bang-diem/server/committer.ts'
import type { Outcome, Standing } from '@bang-diem/server/committer-ports.ts'
import type { GroupLimits } from '@bang-diem/server/group.ts'
import { Held } from '@bang-diem/server/held.ts'
import { openEmbeddedLedger } from '@bang-diem/server/ledgers/embedded/embedded.ts'
import { LedgerUnavailable } from '@bang-diem/server/ledgers/errors.ts'
import type { Kept, Ledger, StoredCommit } from '@bang-diem/server/ledgers/ledger.ts'
import { limits } from '@bang-diem/server/limits.ts'
import { sha256 } from '@bang-diem/server/sha256.ts'
import { type FactCommit, readAfter, storedOf } from '@bang-diem/server/stored.ts'
import { genesis, seal } from '@bang-diem/shared/ledger/commit.ts'
import { evolve } from '@bang-diem/shared/ledger/evolve.ts'
import type { FactBody } from '@bang-diem/shared/ledger/facts.ts'
import { saltFacts } from '@bang-diem/shared/ledger/salts.ts'
import { initialState, type State } from '@bang-diem/shared/ledger/state.ts'
import { type Command, type CommandBody, commandSchema } from '@bang-diem/shared/rules/commands.ts'
import type { SeatId } from '@bang-diem/shared/rules/seats.ts'
import * as v from 'valibot'
import { ForwardingLedger } from '../harness/forwarding-ledger.ts'

/** What the next append does: it works; it waits for `release`; it fails, having written nothing, something, or perhaps. */
type Mood = 'works' | 'stalls' | 'fails' | 'lost-answer' | 'lost-append'

/** A ledger with moods in front of a real one. */
export class MoodyLedger extends ForwardingLedger {
  mood: Mood = 'works'
  /** Reading works, whatever appends do. */
  readable = true
  /** How many commits each append carried. */
  readonly groups: number[] = []
  #release: (() => void) | undefined

  override async append(...appending: Parameters<Ledger['append']>): Promise<Kept> {
    this.groups.push(appending[2].length)
    const { mood } = this
    if (mood === 'fails') throw new LedgerUnavailable('disk-full', 'none', undefined)
    if (mood === 'lost-append') throw new LedgerUnavailable('input-output', 'unknown', undefined)
    if (mood === 'stalls') await new Promise<void>((resolve) => (this.#release = resolve))
    const kept = await super.append(...appending)
    if (mood === 'lost-answer') throw new LedgerUnavailable('input-output', 'unknown', undefined)
    return kept
  }

  /** Lets a stalled append go on; later ones do as `mood` says. */
  release(mood: Mood = 'works'): void {
    this.mood = mood
    this.#release?.()
  }

  override async *read(contest: string, after: number): AsyncIterable<readonly StoredCommit[]> {
    if (!this.readable) throw new LedgerUnavailable('input-output', 'none', undefined)
    yield* super.read(contest, after)
  }
}

const contest = 'hoi-thi'

/** Two hubs' phones do not share ids. */
let ids = 0

/** One hub's queue for the contest. */
export class Queue {
  readonly ledger: MoodyLedger
  readonly committer: Committer
  /** What became durable, and what the medium was said to be, in order. */
  readonly durable: FactCommit[] = []
  readonly medium: (string | null)[] = []
  readonly standings: Standing[] = []
  readonly kept: number[] = []
  /** Hub time; stands still unless a test moves it. */
  now = 1_000_000

  constructor(ledger: Ledger, state: State, held: Held, group: Partial<GroupLimits> = {}) {
    this.ledger = new MoodyLedger(ledger)
    let entropy = 0
    const chain = new Chain(state, held, this.ledger, (number) => this.kept.push(number))
    this.committer = new Committer(chain, {
      ledger: this.ledger,
      clock: { now: () => this.now, atLeast: () => undefined },
      entropy: (bytes) => String(++entropy).padStart(2 * bytes, '0'),
      sha256,
      pause: () => new Promise((resolve) => setImmediate(resolve)),
      afterArrivals: (task) => task(),
      group: { ...limits.ledger, ...group },
      tables: null,
      onDurable: (commits) => this.durable.push(...commits),
      onMedium: (reason) => this.medium.push(reason),
      onStanding: (standing) => this.standings.push(standing),
    })
  }

  /** Sends a command and waits for its answer. */
  send(seat: SeatId, body: CommandBody, id = `q${++ids}`): Promise<Outcome> {
    const command: Command = v.parse(commandSchema, { id, ...body })
    return new Promise((resolve) => this.committer.submit(seat, command, resolve))
  }
}

/** A ledger in a folder of its own with a contest in it, and as many queues as are opened on it. */
export async function contestInLedger(...facts: readonly FactBody[]) {
  const folder = await mkdtemp(join(tmpdir(), 'bang-diem-queue-'))
  const ledger = await openEmbeddedLedger({ folder, limits: limits.ledger })
  const begin = genesis(contest, sha256)
  const first = seal(
    {
      number: 1,
      at: 1000,
      by: 'hub',
      commandId: '',
      facts: saltFacts(facts, '0'.repeat(64), undefined, sha256),
      previous: begin.hash,
    },
    sha256,
  )
  await ledger.append(contest, begin, [storedOf(first)])
  const stored = async () => {
    const lines: StoredCommit[] = []
    for await (const chunk of ledger.read(contest, 0)) lines.push(...chunk)
    return readAfter(contest, begin, lines, sha256)
  }
  return {
    stored,
    /** A queue that has read the whole history, as a hub does when it starts. */
    open: async (group?: Partial<GroupLimits>) => {
      const state = initialState(contest, begin)
      for (const commit of await stored()) evolve(state, commit)
      return new Queue(ledger, state, new Held(begin, limits.held), group)
    },
    close: async () => {
      await ledger.close()
      await rm(folder, { recursive: true })
    },
  }
}
