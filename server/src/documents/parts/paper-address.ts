/** The address on a blank sheet: the secretary's desk, at the place where this sheet is entered. It gives nobody a seat. */
import type { State } from '@bang-diem/shared/ledger/state.ts'
import type { SheetPlace } from './sheets.ts'

interface Hub {
  readonly state: Pick<State, 'contest'>
  readonly publicUrl: string
}

export function paperAddress({ state, publicUrl }: Hub, { round, team, judge }: SheetPlace): string {
  const address = new URL('/console/', publicUrl)
  address.searchParams.set('contest', state.contest)
  address.searchParams.set('sheet', `${round}/${team}/${judge}`)
  return address.href
}
