/** The list of documents: what each still lacks is told in a few words, however much it is, and what would have no page says so. */
import { firstLacks } from '@bang-diem/server/documents/first-lacks.ts'
import { offeredDocuments } from '@bang-diem/server/documents/offered.ts'
import { expect, test } from 'vitest'
import { play, withdraw } from '../rules/acts.ts'
import { given, type Story } from '../rules/rulebook.ts'
import { created, definitionOfThree, oneRound } from '../rules/small-contest.ts'

const people = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `${prefix}${index + 1}`, name: `${prefix} ${index + 1}` }))

function listed({ state }: Story, language: 'vi' | 'en' = 'vi') {
  return offeredDocuments({ state, language, printedAt: 0, publicUrl: 'http://192.168.1.10:8080' }, true)
}

const lacksOf = (story: Story, name: string, language?: 'vi' | 'en') =>
  listed(story, language).find((each) => each.name === name)?.lacks

test('W-10: of what is missing the first three teams are told, each with its first five judges, and how much more there is', () => {
  const story = given(created(oneRound({ teams: people('t', 60), judges: people('gk', 15) })))
  const [sheets, certification] = lacksOf(story, 'minutes') ?? []
  expect(certification).toMatchObject({ code: 'not-certified' })
  const judges = ['gk1', 'gk2', 'gk3', 'gk4', 'gk5']
  expect(sheets).toMatchObject({
    code: 'sheets-missing',
    missing: ['t1', 't2', 't3'].map((team) => ({ round: 'chao-hoi', team, judges, moreJudges: 10 })),
    more: 57,
  })
  expect(sheets?.title).toMatch(/^Chưa đủ điểm\. t 1, Chào hỏi – chờ 15 phiếu: gk 1, .*gk 5, …; .*; và 57 việc nữa\.$/)
  expect(lacksOf(story, 'score-sheets', 'en')?.[0]?.title).toMatch(/waiting for 15 sheets: gk 1, .*; and 57 more\.$/)
  expect(JSON.stringify(listed(story)).length).toBeLessThan(10_000)
})

test('W-10: of many equal totals the first three are told', () => {
  const tie = (team: string) => ({ code: 'tie-undecided', stage: 's', teams: [team], awaits: 'lot' }) as const
  const lacks = [...['a', 'b', 'c', 'd', 'e'].map(tie), { code: 'not-certified', stage: 's' } as const]
  expect(firstLacks(lacks)).toEqual([tie('a'), tie('b'), { ...tie('c'), more: 2 }, lacks[5]])
})

test('W-10: what is told is of the moment: it changes with every sheet', () => {
  const story = given(created(oneRound()))
  const missing = () => lacksOf(story, 'round-totals')?.[0]?.missing
  expect(missing()).toHaveLength(3)
  play(story, 'a', '8')
  expect(missing()).toHaveLength(2)
  play(play(story, 'b', '8'), 'c', '7')
  expect(missing()).toBeUndefined()
})

test('W-10: a document that has a page a team is empty where nobody competes, and the list says so', () => {
  const story = play(given(created(definitionOfThree())), 'a', '8')
  for (const team of ['a', 'b', 'c']) withdraw(story, team)
  const empty = listed(story).filter(({ lacks }) => lacks.some(({ code }) => code === 'document-empty'))
  expect(empty.map(({ name, round }) => [name, round])).toEqual([
    ['score-sheets-blank', 'chao-hoi'],
    ['score-sheets-blank', 'tieu-pham'],
    ['score-sheets', 'tieu-pham'],
    ['explanations', undefined],
  ])
  expect(empty[0]?.lacks[0]?.title).toContain('Không có gì để in')
})
