/** One picture of every scene of a contest whose stages follow each other, as whole views of the hall. */
import type { Entries, Row } from './fixtures.ts'
import {
  award,
  GROUPS,
  groupRows,
  RANKS,
  rankRows,
  sessions,
  thirtyGroupedSetUp,
  thirtyGroupRows,
  twelveSetUp,
} from './grouped.ts'

const awarded = { kind: 'award', stage: RANKS, award: 'phong-cach' }

export const groupedProgramme = {
  session: { ...twelveSetUp, ...sessions, scene: { kind: 'session', session: 'chieu' } },
  qualifiers: { ...twelveSetUp, scene: { kind: 'qualifiers', stage: RANKS, teams: ids(1, 2, 5, 7, 8, 10) } },
  'qualifiers of sixteen': {
    ...thirtyGroupedSetUp,
    scene: { kind: 'qualifiers', stage: RANKS, teams: ids(...Array.from({ length: 16 }, (_, at) => at + 1)) },
  },
  award: { ...twelveSetUp, ...award([2]), scene: awarded },
  'award of three': {
    ...twelveSetUp,
    ...award([2, 4, 10]),
    scene: awarded,
  },
  'award of seven': {
    ...twelveSetUp,
    ...award([1, 2, 4, 6, 7, 10, 12]),
    scene: awarded,
  },
  'standings by group': { ...twelveSetUp, ...rowsOf(groupRows), scene: final(GROUPS) },
  'standings of thirty by group': { ...thirtyGroupedSetUp, ...rowsOf(thirtyGroupRows), scene: final(GROUPS) },
  'ceremony of a group': {
    ...twelveSetUp,
    ...rowsOf(groupRows.slice(2, 5)),
    scene: { kind: 'ceremony', stage: GROUPS, team: 'doi-4', place: 3, of: 5, category: 'A' },
  },
  'winner of a group': {
    ...twelveSetUp,
    ...rowsOf(groupRows),
    scene: { kind: 'ceremony', stage: GROUPS, team: 'doi-2', place: 1, of: 5, category: 'A' },
  },
  'standings by ranks': { ...twelveSetUp, ...rowsOf(rankRows), scene: final(RANKS) },
  'interim standings by ranks': {
    ...twelveSetUp,
    ...rowsOf(rankRows.map(({ award: _, ...told }) => ({ ...told, certified: false }))),
    scene: { kind: 'standings', stage: RANKS, final: false },
  },
  'ceremony by ranks': {
    ...twelveSetUp,
    ...rowsOf(rankRows.slice(1)),
    scene: { kind: 'ceremony', stage: RANKS, team: 'doi-2', place: 2, of: 5 },
  },
} satisfies Record<string, Entries>

function ids(...numbers: readonly number[]): string[] {
  return numbers.map((number) => `doi-${number}`)
}

function final(id: string): Entries {
  return { kind: 'standings', stage: id, final: true }
}

function rowsOf(list: readonly Row[]): Entries {
  return Object.fromEntries(list.map((each) => [`row/${each.stage}/${each.team}`, each]))
}
