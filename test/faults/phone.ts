/** A judge's phone: the apps' own outbox and connection, with a memory that survives whatever happens to the hub. */
import { CommandOutbox } from '@bang-diem/shared/link/command-outbox.ts'
import type { ConnectionOptions } from '@bang-diem/shared/link/connection-options.ts'
import { lampOf } from '@bang-diem/shared/link/lamp.ts'
import { isWaiting } from '@bang-diem/shared/link/outbox-item.ts'
import { callEntry } from '@bang-diem/shared/views/judge-entries.ts'
import * as v from 'valibot'
import { MemoryStorage } from '../link/memory-storage.ts'
import { Page } from './page.ts'

export class Phone {
  readonly judge: string
  readonly page: Page
  readonly outbox: CommandOutbox
  /** What the lamp said that was not so. */
  readonly lies: string[] = []
  readonly #believed = new Set<string>()

  constructor(judge: string, home: string, options: ConnectionOptions, seed: number) {
    this.judge = judge
    this.page = new Page(home, { ...options, name: judge }, seed)
    const { timers, entropy } = this.page.ports
    this.outbox = new CommandOutbox({
      connection: this.page.observed,
      storage: new MemoryStorage(),
      timers,
      entropy,
    })
    this.outbox.subscribe(() => this.#watchLamp())
    this.page.connection.subscribe(() => this.#watchLamp())
  }

  get isDrained(): boolean {
    return !this.outbox.items.some(isWaiting)
  }

  get lamp() {
    return lampOf(this.outbox.items, this.page.connection.status)
  }

  /** Nobody marks a team before the own phone says that it was called. */
  sees({ round, team }: { readonly round: string; readonly team: string }): boolean {
    const call = v.safeParse(callEntry, this.page.connection.entries.get('call'))
    return call.success && call.output.round === round && call.output.team === team
  }

  submit(round: string, team: string, mark: string): Promise<void> {
    return this.outbox.submit({ type: 'submitSheet', round, team, run: 0, revision: 0, marks: { chung: mark } })
  }

  close(): void {
    this.outbox.close()
    this.page.connection.close()
  }

  /** "Recorded" may only be said of what the hub has called durable, with that very receipt; and of all, or not at all. */
  #watchLamp(): void {
    if (this.lamp !== 'recorded') return
    for (const item of this.outbox.items) {
      if (item.state === 'recorded' && this.#believed.has(`${item.id} ${item.hash}`)) continue
      const isSo = item.state === 'recorded' && item.durable && this.#wasCalledDurable(item)
      if (isSo) this.#believed.add(`${item.id} ${item.hash}`)
      else this.lies.push(`${this.judge}: the lamp says recorded, and nobody has said so of ${item.id}`)
    }
  }

  #wasCalledDurable({ id, hash, receipt }: { id: string; hash: string; receipt: string }): boolean {
    return this.page.told.acks.some((ack) => {
      return ack.isDurable && id === ack.id && hash === ack.hash && receipt === ack.receipt
    })
  }
}
