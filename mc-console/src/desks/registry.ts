/** The desks of the console: one folder and one line each. Which one opens depends on the seat alone. */
import type { Joined, SeatState } from '@bang-diem/shared/protocol/down.ts'
import type { Component } from 'svelte'
import HeadDesk from './head/HeadDesk.svelte'
import McDesk from './mc/McDesk.svelte'
import OrganiserDesk from './organiser/OrganiserDesk.svelte'
import SecretaryDesk from './secretary/SecretaryDesk.svelte'

export interface DeskKind {
  readonly id: 'mc' | 'secretary' | 'head' | 'organiser'
  readonly component: Component
}

const desks: readonly DeskKind[] = [
  { id: 'mc', component: McDesk },
  { id: 'secretary', component: SecretaryDesk },
  { id: 'head', component: HeadDesk },
  { id: 'organiser', component: OrganiserDesk },
]

/**
 * The desk of a session; undefined for a judge who does not head the jury. The roles of a judge are known only once the hub has
 * told them: until then the head judge's desk is prepared, and the page waits for the contest anyway.
 */
export function deskFor(joined: Joined, seat: SeatState | null): DeskKind | undefined {
  const id = joined.role === 'judge' ? 'head' : joined.role
  if (id === 'head' && seat !== null && !seat.roles.includes('head')) return undefined
  return desks.find((desk) => desk.id === id)
}
