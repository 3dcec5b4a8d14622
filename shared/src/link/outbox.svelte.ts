/** A judge's outbox as Svelte sees it: the list of `command-outbox.ts` and its lamp, as signals. It decides nothing. */
import { stageEntry } from '../views/entries.ts'
import { CommandOutbox } from './command-outbox.ts'
import type { HubLink } from './hub-link.svelte.ts'
import type { OutboxBody } from './kept-command.ts'
import { type LampState, lampOf, latestReceipt } from './lamp.ts'
import type { OutboxItem } from './outbox-item.ts'
import type { OutboxStorage } from './outbox-storage.ts'

export class Outbox {
  readonly #link: HubLink
  readonly #outbox: CommandOutbox
  #items = $state.raw<readonly OutboxItem[]>([])

  /** `storage` is `outboxStorage(history, 'judge:<id>')`: what a seat submitted belongs to the seat, whatever its session. */
  constructor(link: HubLink, storage: OutboxStorage) {
    this.#link = link
    this.#outbox = new CommandOutbox({ ...link.ports, connection: link.connection, storage })
    this.#outbox.subscribe(() => {
      this.#items = this.#outbox.items
    })
  }

  /** In the order of submission. */
  get items(): readonly OutboxItem[] {
    return this.#items
  }
  get lamp(): LampState {
    return lampOf(this.#items, this.#link.status)
  }
  /** `128-7F3A`, of what was recorded last. */
  get receipt(): string | null {
    return latestReceipt(this.#items)
  }

  /** Resolves when the command is kept on this device, or cannot be (the lamp says so); the answer comes through `items`. */
  submit(body: OutboxBody): Promise<void> {
    return this.#outbox.submit(body)
  }

  /** Takes a refused command off the list, once its reason was read. */
  dismiss(id: string): void {
    this.#outbox.dismiss(id)
  }

  /** A stage is certified: the receipts of its rounds need not be held any longer. */
  forgetCertified(stage: string): void {
    const rounds = this.#link.entry(`stage/${stage}`, stageEntry)?.rounds ?? []
    this.#outbox.forgetRounds(new Set(rounds))
  }

  close(): void {
    this.#outbox.close()
  }
}
