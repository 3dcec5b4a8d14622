/** The two ends of a line: what a page is to it and what a hub is to it. It knows nothing of the way between them. */
import type { Air } from './air.ts'
import type { Life } from './life.ts'

/** The hub's side of a line, as the hub hears it. */
export interface HubEnd {
  heard(event: string, body: unknown, answer: ((body: object) => void) | undefined): void
  closed(): void
}

/** The hub's side of a line, as the hub uses it. */
export interface HubLine {
  readonly id: string
  /** `text` is the JSON of event and body. */
  write(text: string): void
  hangUp(): void
}

/** Where a hub lets pages in: an end for the line, or why not. */
export interface Door {
  readonly name: string
  readonly life: Life
  admit(line: HubLine, auth: unknown): HubEnd | { readonly refused: unknown }
  /** Called when the page knows that it was let in. */
  welcome(line: HubLine): void
}

export interface Caller {
  readonly name: string
  readonly seat: string | null
  readonly air: Air
  readonly life: Life
}
