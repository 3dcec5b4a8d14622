/**
 * The show as the MC's view tells it, and the one rule of moving on: a press counts for the cue that was seen. The next press counts
 * only after the first was answered and a breath has passed, so that a double click never jumps twice; and after somebody else has
 * moved on only when there was time to see it, so that a press never means what the button did not say when the hand came down.
 */
import type { HubLink } from '@bang-diem/shared/link/hub-link.svelte.ts'
import { timerEntry } from '@bang-diem/shared/views/entries.ts'
import { progressEntry, sceneEntry } from '@bang-diem/shared/views/hall-entries.ts'
import {
  missingEntry,
  nextEntry,
  onAirEntry,
  panelEntry,
  rundownEntry,
  takenEntry,
} from '@bang-diem/shared/views/show-entries.ts'
import type { Desk } from '../../model/desk.svelte.ts'
import { groupsOf, type Progress } from './rundown-groups.ts'

/** Longer than a slow double click, shorter than any two cues of a real show. */
const breathMs = 700

export class Show {
  readonly #desk: Desk
  readonly rundown = $derived.by(() => this.#link.entry('rundown', rundownEntry) ?? [])
  readonly taken: ReadonlySet<string> = $derived.by(() => new Set(this.#link.entry('taken', takenEntry) ?? []))
  readonly onAir = $derived.by(() => this.#link.entry('on-air', onAirEntry) ?? null)
  readonly offers = $derived.by(() => this.#link.entry('next', nextEntry))
  readonly scene = $derived.by(() => this.#link.entry('scene', sceneEntry))
  readonly timer = $derived.by(() => this.#link.entry('timer', timerEntry))
  readonly progress = $derived.by(() => this.#link.entry('progress', progressEntry))
  readonly panel = $derived.by(() => this.#link.entry('panel', panelEntry))
  readonly missing = $derived.by(() => this.#link.list('missing', missingEntry).map(({ value }) => value))

  readonly groups = $derived(groupsOf(this.rundown))
  readonly #cues = $derived(new Map(this.rundown.map((cue) => [cue.id, cue])))
  readonly marks: Progress = $derived.by(() => ({
    taken: this.taken,
    onAir: this.onAir,
    next: this.offers?.next?.cue ?? null,
    pending: new Set(this.offers?.pending.map((offer) => offer.cue)),
  }))
  #breathing = $state(false)
  #sending = $state(false)
  /** True from a press until the show may move again. */
  readonly moving: boolean = $derived(this.#breathing || this.#sending)

  #resting: ReturnType<typeof setTimeout> | undefined

  constructor(desk: Desk) {
    this.#desk = desk
    let seen: string | null | undefined
    $effect(() => {
      const onAir = this.#link.entry('on-air', onAirEntry)
      if (seen !== undefined && onAir !== seen) this.#breathe()
      seen = onAir
    })
  }

  get #link(): HubLink {
    return this.#desk.link
  }

  cue(id: string) {
    return this.#cues.get(id)
  }

  /** Takes the cue that was seen, on the condition that what was seen on air still is. */
  async take(cue: string): Promise<void> {
    await this.#move(() => this.#desk.acts.send({ type: 'take', cue, onAir: this.onAir }, { quietly: true }))
  }

  /** Takes away what was seen on air when the MC asked: if another thing has gone on since, the hub refuses. */
  async back(onAir: string): Promise<void> {
    await this.#move(() => this.#desk.acts.send({ type: 'back', onAir }, { quietly: true }))
  }

  async #move(send: () => Promise<boolean>): Promise<void> {
    if (this.moving || !this.#desk.mayAct) return
    this.#breathe()
    this.#sending = true
    try {
      await send()
    } finally {
      this.#sending = false
    }
  }

  #breathe(): void {
    clearTimeout(this.#resting)
    this.#breathing = true
    this.#resting = setTimeout(() => {
      this.#breathing = false
    }, breathMs)
  }
}
