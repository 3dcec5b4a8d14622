/**
 * What this page was opened as: by a person's link, by the organiser key, or by nothing yet. A link's code is exchanged for a session,
 * which is kept for the next reload; "Dùng máy này" exchanges the same code again, because the newest session drives a seat.
 */
import type { ApiOutcome } from '@bang-diem/shared/link/http.ts'
import {
  type App,
  addressOf,
  forgetSession,
  join,
  loadCode,
  loadSession,
  readLinkCode,
  saveSession,
} from '@bang-diem/shared/link/session.ts'
import type { Joined } from '@bang-diem/shared/protocol/down.ts'
import { createContext } from 'svelte'
import { Desk } from '../model/desk.svelte.ts'
import { forgetOrganiserKey, keepOrganiserKey, readOrganiserKey, standAtHome, standsAtHome } from './organiser-key.ts'
import { takeSheetAddress } from './sheet-address.ts'

export type Place =
  | { readonly at: 'opening' }
  /** `wrong`: a refusal's code, or null when the hub did not answer. Absent: nothing was tried. */
  | { readonly at: 'welcome'; readonly wrong?: string | null; readonly code?: string }
  | { readonly at: 'home'; readonly key: string }
  | { readonly at: 'desk'; readonly desk: Desk; readonly code: string }

export class Entrance {
  place: Place = $state.raw({ at: 'opening' })
  /** The organiser key of this tab, if any: with it the desk leads back to the organiser's home. */
  key: string | null = $state.raw(null)
  /** The address of a sheet of paper that this page was opened by; whoever leads there takes it. */
  #sheet = takeSheetAddress()

  async open(): Promise<void> {
    const code = readLinkCode()
    this.key = readOrganiserKey()
    if (code !== null) return this.join(code)
    const kept = loadSession('console')
    if (this.key !== null && (standsAtHome() || kept === null)) return this.goHome(this.key)
    const keptCode = loadCode('console')
    if (kept !== null && kept.code === keptCode) this.#enter(kept, kept.code)
    else if (keptCode !== null) await this.join(keptCode)
    else this.#go({ at: 'welcome' })
  }

  /** Exchanges a link's code for a new session and opens its desk. */
  async join(code: string): Promise<void> {
    this.#go({ at: 'opening' })
    const joined = await join(code)
    if (!joined.ok) {
      this.#go({
        at: 'welcome',
        code,
        wrong: joined.kind === 'refused' ? (joined.refusal?.code ?? 'link-unknown') : null,
      })
      return
    }
    saveSession('console', joined.value, code)
    this.#enter(joined.value, code)
  }

  /** Answers once: null from then on. */
  takeSheet(): string | null {
    const sheet = this.#sheet
    this.#sheet = null
    return sheet
  }

  /** This seat in another app, or this one, at a hub that lives. */
  addressOf(app: App, refuge: string | null): string {
    return addressOf(app, this.place.at === 'desk' ? this.place.code : '', refuge)
  }

  goHome(key: string): void {
    keepOrganiserKey(key)
    this.key = key
    this.#go({ at: 'home', key })
  }

  /** Leaves for the welcome page; the session stays valid until its link is revoked. */
  leave(): void {
    forgetSession('console')
    forgetOrganiserKey()
    this.key = null
    this.#go({ at: 'welcome' })
  }

  /** The newest session drives the seat, so the same link is exchanged once more. */
  async useThisDevice(): Promise<void> {
    if (this.place.at === 'desk') await this.join(this.place.code)
  }

  #enter(joined: Joined, code: string): void {
    const desk: Desk = new Desk(joined, () => this.#exchange(desk, code))
    this.#go({ at: 'desk', desk, code })
  }

  /** Another session for the desk that is open, in place of one that the hub has lost. */
  async #exchange(desk: Desk, code: string): Promise<ApiOutcome<Joined>> {
    const outcome = await join(code)
    // Another link may have been opened meanwhile, and that is the one to be remembered.
    if (outcome.ok && this.place.at === 'desk' && this.place.desk === desk) {
      saveSession('console', outcome.value, code)
      desk.joined = outcome.value
    }
    return outcome
  }

  #go(place: Place): void {
    if (this.place.at === 'desk') this.place.desk.close()
    if (place.at === 'home' || place.at === 'desk') standAtHome(place.at === 'home')
    this.place = place
  }
}

/** The entrance that a desk was opened by, for the acts that change the seat of this very page. */
export const [entranceOf, provideEntrance] = createContext<Entrance>()
