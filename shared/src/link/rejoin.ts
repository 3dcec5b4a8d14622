/**
 * The way back in with the link's code. A hub whose folder was restored from a backup may have lost the page's session with the end of its
 * history, while the link is older and still lets in: then the code is exchanged once more, and the page goes on as on any new connection.
 *
 * By itself it does so on `session-unknown` alone, and not soon again before the hub has let the page in; never when another device drives
 * the seat, which the newest session would take away. It stores nothing and shows nothing.
 */
import type { Joined } from '../protocol/down.ts'
import type { Connection } from './connection.ts'
import type { ApiOutcome } from './http.ts'
import { Listeners } from './listeners.ts'
import type { Cancel } from './ports.ts'

/**
 * A new session that the hub does not know either has perhaps been lost with the end of its ledger too, a moment after it was opened: it is
 * worth another try, and not one every time.
 */
const refusalsBetween = 3

/** After these the code lets nobody in any more; any other answer is one of the moment. */
const final: ReadonlySet<string> = new Set(['link-unknown', 'seat-revoked'])

/** `failed`: nobody answered, or not now. `refused`: the code lets nobody in any more. */
export type RejoinState = 'idle' | 'under-way' | 'failed' | 'refused'

/** Exchanges the code of the page's link, and remembers the new session. */
export type Exchange = () => Promise<ApiOutcome<Joined>>

type Watched = Pick<Connection, 'connections' | 'refusal' | 'seat' | 'subscribe' | 'enterWith'>

export class Rejoin {
  readonly #connection: Watched
  readonly #exchange: Exchange
  readonly #listeners = new Listeners()
  readonly #unsubscribe: Cancel
  #state: RejoinState = 'idle'
  /** How many refusals are let pass before the code is exchanged again. */
  #sitsOut = 0
  /** How often the hub had let the page in, when it was last looked at. */
  #admissions = 0

  constructor(connection: Watched, exchange: Exchange) {
    this.#connection = connection
    this.#exchange = exchange
    this.#unsubscribe = connection.subscribe(() => this.#connectionChanged())
  }

  get state(): RejoinState {
    return this.#state
  }

  subscribe(listener: () => void): Cancel {
    return this.#listeners.add(listener)
  }

  /** Exchanges the code and comes in with the new session, which drives the seat from then on. */
  async now(): Promise<void> {
    if (this.#state === 'under-way') return
    this.#become('under-way')
    const outcome = await this.#exchange()
    if (outcome.ok) {
      this.#sitsOut = refusalsBetween
      this.#become('idle')
      this.#connection.enterWith(outcome.value.session)
    } else if (outcome.kind === 'refused' && final.has(outcome.refusal?.code ?? '')) {
      this.#sitsOut = Number.POSITIVE_INFINITY
      this.#become('refused')
    } else this.#become('failed')
  }

  close(): void {
    this.#unsubscribe()
  }

  /** A refusal is told once each time that the hub says it, every 10 to 15 s: an exchange that failed is tried again then. */
  #connectionChanged(): void {
    const { connections, refusal, seat } = this.#connection
    if (connections !== this.#admissions) {
      this.#admissions = connections
      this.#sitsOut = 0
      if (this.#state !== 'under-way') this.#become('idle')
    }
    if (refusal?.code !== 'session-unknown' || seat?.driving === false) return
    if (this.#sitsOut > 0) this.#sitsOut -= 1
    else void this.now()
  }

  #become(state: RejoinState): void {
    this.#state = state
    this.#listeners.tell()
  }
}
