/**
 * Sends the desk's commands and tells what became of them, in words. A time-out is told as "not known", never as a refusal, and is
 * sent again under the same id. It never decides whether a command is allowed: the hub does.
 */
import type { HubLink } from '@bang-diem/shared/link/hub-link.svelte.ts'
import type { SendOutcome } from '@bang-diem/shared/link/send-command.ts'
import type { CommandBody } from '@bang-diem/shared/rules/commands.ts'
import { tongue } from '../shell/tongue.svelte.ts'
import type { Notices } from './notices.svelte.ts'
import { refusalText } from './refusal-text.ts'
import type { Roster } from './roster.svelte.ts'

type Recorded = Extract<SendOutcome, { kind: 'recorded' }>

export class Acts {
  readonly #link: HubLink
  readonly #roster: Roster
  readonly #notices: Notices
  #underWay = $state(0)
  /** True while an answer is awaited. */
  readonly busy = $derived(this.#underWay > 0)

  constructor(link: HubLink, roster: Roster, notices: Notices) {
    this.#link = link
    this.#roster = roster
    this.#notices = notices
  }

  /** True when the hub has accepted it. `quietly`: no notice of success, where the page itself shows the change. */
  async send(body: CommandBody, { quietly = false } = {}): Promise<boolean> {
    return this.#answered(() => this.#link.send(body), quietly)
  }

  async #answered(send: () => Promise<SendOutcome>, quietly: boolean): Promise<boolean> {
    this.#underWay += 1
    try {
      return this.#tell(await send(), quietly)
    } finally {
      this.#underWay -= 1
    }
  }

  #tell(outcome: SendOutcome, quietly: boolean): boolean {
    const { outcome: words } = tongue.words
    switch (outcome.kind) {
      case 'recorded':
        if (!quietly) void this.#tellRecorded(outcome)
        return true
      case 'refused':
        this.#notices.add({ tone: 'refused', text: refusalText(outcome.refusal, this.#roster) })
        return false
      case 'no-connection':
        this.#notices.add({ tone: 'refused', text: words.noConnection })
        return false
      case 'no-answer':
        this.#notices.add({
          tone: 'unsure',
          text: words.noAnswer,
          again: { label: words.again, act: () => void this.#answered(() => outcome.retry(), quietly) },
        })
        return false
    }
  }

  /** It is done, and nobody waits for more; but it is called recorded, with its receipt, only once it is durable. */
  async #tellRecorded({ receipt, commit, durable }: Recorded): Promise<void> {
    const { outcome: words } = tongue.words
    if (!durable) {
      const received = this.#notices.add({ tone: 'received', text: words.received })
      const isDurable = await this.#link.whenDurable(commit)
      this.#notices.close(received)
      if (!isDurable) {
        this.#notices.add({ tone: 'unsure', text: words.receivedOnly })
        return
      }
    }
    this.#notices.add({ tone: 'recorded', text: words.recorded(receipt) })
  }
}
