/** Everything a desk works with: the link to the hub, the contest's names, the acts and their notices; given to its parts by context. */
import { HubLink } from '@bang-diem/shared/link/hub-link.svelte.ts'
import type { Exchange } from '@bang-diem/shared/link/rejoin.ts'
import type { Joined } from '@bang-diem/shared/protocol/down.ts'
import { createContext } from 'svelte'
import { Acts } from './acts.svelte.ts'
import { Notices } from './notices.svelte.ts'
import { Roster } from './roster.svelte.ts'

export class Desk {
  /** Who this page is; another session takes the place of one that the hub has lost. */
  joined: Joined
  readonly link: HubLink
  readonly roster: Roster
  readonly notices = new Notices()
  readonly acts: Acts
  /** Whether this device may act: connected, and no newer session drives the seat. */
  readonly mayAct: boolean = $derived.by(() => this.link.status === 'live' && this.link.seat?.driving !== false)

  constructor(joined: Joined, exchange: Exchange) {
    this.joined = $state.raw(joined)
    this.link = new HubLink({ contest: joined.contest, session: joined.session }, exchange)
    this.roster = new Roster(this.link)
    this.acts = new Acts(this.link, this.roster, this.notices)
  }

  close(): void {
    this.link.close()
  }
}

export const [deskOf, provideDesk] = createContext<Desk>()
