/**
 * What the page has to tell about an act: received, recorded, refused, not sent. Good news goes away by itself; anything that needs a person
 * stays until it is closed. It decides no words.
 */
export interface Notice {
  readonly id: number
  /** `received`: it goes when more is known of it. */
  readonly tone: 'received' | 'recorded' | 'refused' | 'unsure'
  readonly text: string
  /** Offered beside the text, such as sending again. */
  readonly again?: { readonly label: string; act(): void }
}

const recordedMs = 4000
/** More would cover the desk; the oldest goes first. */
const atMost = 3

export class Notices {
  shown: readonly Notice[] = $state.raw([])
  #last = 0

  add(notice: Omit<Notice, 'id'>): number {
    this.#last += 1
    const id = this.#last
    // Whoever was refused and then succeeded has seen why.
    const isGood = notice.tone === 'recorded' || notice.tone === 'received'
    const before = isGood ? this.shown.filter((one) => one.tone !== 'refused') : this.shown
    this.shown = [...before, { ...notice, id }].slice(-atMost)
    if (notice.tone === 'recorded') setTimeout(() => this.close(id), recordedMs)
    return id
  }

  close(id: number): void {
    this.shown = this.shown.filter((notice) => notice.id !== id)
  }
}
