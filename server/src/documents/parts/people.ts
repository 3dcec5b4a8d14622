/** How papers call people: a judge by seat and name, a team by its full name. */
import { lookupsOf } from '@bang-diem/shared/contest/lookups.ts'
import { namesOf } from '@bang-diem/shared/contest/names.ts'
import { seatLabel } from '@bang-diem/shared/contest/seat-label.ts'
import { common as en } from '@bang-diem/shared/language/en/common.ts'
import type { Language } from '@bang-diem/shared/language/say.ts'
import { pick } from '@bang-diem/shared/language/say.ts'
import { common as vi } from '@bang-diem/shared/language/vi/common.ts'
import type { Hand } from '@bang-diem/shared/ledger/desk-records.ts'
import { inGroup } from '@bang-diem/shared/ledger/grouped.ts'
import { roundTeam } from '@bang-diem/shared/ledger/keys.ts'
import { definitionOf, type State } from '@bang-diem/shared/ledger/state.ts'

/** `GK1 Nguyễn Thị Lan`. */
export function judgeCalled(state: State, judge: string): string {
  const name = lookupsOf(definitionOf(state)).judges.get(judge)?.name
  return name === undefined ? seatLabel(judge) : `${seatLabel(judge)} ${name}`
}

/** Everybody who sat in a judge's seat, by the sheets of these rounds; who sits there now comes last. */
export function personsIn(state: State, judge: string, rounds: readonly string[]): string[] {
  const { teams, judges } = lookupsOf(definitionOf(state))
  const places = rounds.flatMap((round) => [...teams.keys()].map((team) => roundTeam(round, team)))
  const sheets = places.flatMap((place) => [
    ...(inGroup(state.formerSheets, place).get(judge) ?? []).map((version) => version.sheet),
    inGroup(state.sheets, place).get(judge),
  ])
  const found = sheets.flatMap((sheet) => (sheet && sheet.name !== null ? [{ name: sheet.name, at: sheet.at }] : []))
  found.sort((one, other) => one.at - other.at)
  const present = judges.get(judge)?.name
  return [...new Set([...found.map(({ name }) => name), ...(present === undefined ? [] : [present])])]
}

/** `GK1 Nguyễn Thị Lan`, or with everybody who sat there: `GK1 Nguyễn Thị Lan, Trần Văn Minh`. */
export function seatCalled(state: State, judge: string, rounds: readonly string[]): string {
  return [seatLabel(judge), personsIn(state, judge, rounds).join(', ')].join(' ').trim()
}

export function teamCalled(state: State, team: string): string {
  return namesOf(definitionOf(state)).team(team)
}

/** For narrow places. */
export function teamCalledShort(state: State, team: string): string {
  const known = lookupsOf(definitionOf(state)).teams.get(team)
  return known?.shortName ?? known?.name ?? team
}

/** Who did something, by the name that the judge had then. */
export function handCalled({ seat, name }: Hand, state: State, language: Language): string {
  const judge = /^judge:(.+)$/.exec(seat)?.[1]
  if (judge !== undefined) return name === null ? judgeCalled(state, judge) : `${seatLabel(judge)} ${name}`
  const roles: Readonly<Record<string, string>> = pick(language, { vi: vi.roles, en: en.roles })
  return roles[seat] ?? seat
}
