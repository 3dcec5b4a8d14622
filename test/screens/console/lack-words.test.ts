/** What the desks say of a document that cannot be made yet: the first lines that the hub told, and how much more there is. */
import type { LackReceived } from '@bang-diem/shared/link/documents.ts'
import { expect, test } from 'vitest'
import { lackLines, mostlyLacked, shortLacks } from '../../../mc-console/src/parts/papers/lack-words.ts'
import { everyWord } from '../../../mc-console/src/shell/words.ts'

const words = everyWord.vi
const names = {
  contestTitle: 'Hội thi',
  team: (id: string) => `Đội ${id}`,
  shortTeam: (id: string) => id.toUpperCase(),
  round: (id: string) => id,
  stage: (id: string) => id,
  judge: (id: string) => `Giám khảo ${id}`,
  criterion: (_: string | null, id: string) => id,
  session: (id: string) => id,
  award: (_: string, id: string) => id,
  group: (_: string, id: string) => id,
}
const judges = ['gk1', 'gk2', 'gk3', 'gk4', 'gk5']
const of = (team: string) => ({ round: 'r', team, judges, moreJudges: 10, criteria: [], time: false, factor: false })
const sheets: LackReceived = {
  code: 'sheets-missing',
  title: 'Chưa đủ điểm.',
  missing: ['a', 'b', 'c'].map(of),
  more: 57,
}
const uncertified: LackReceived = { code: 'not-certified', title: 'Chưa xác nhận.', stage: 's' }

test('W-35: the first teams have a line each, and the rest is counted in one', () => {
  const lines = lackLines([sheets, uncertified], words, names)
  const line = (team: string) => ({ text: `${team}: chờ 15 phiếu: GK1, GK2, GK3, GK4, GK5, …`, counts: 1 })
  expect(lines).toEqual([
    ...['A', 'B', 'C'].map(line),
    { text: 'và 57 việc nữa', counts: 57 },
    { text: words.papers.lacks.uncertified, counts: 1 },
  ])
  expect(shortLacks(lines, 1, words)).toBe(`${line('A').text}; và 60 việc nữa`)
})

test('W-35: what most documents of a group wait for is said once', () => {
  const [short, long] = [[sheets], [sheets, uncertified]].map((lacks) => lackLines(lacks, words, names))
  expect(mostlyLacked([short ?? [], long ?? [], long ?? []])).toEqual(long)
  expect(mostlyLacked([short ?? [], []])).toEqual([])
})
