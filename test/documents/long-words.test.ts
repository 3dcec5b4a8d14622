/** What a page makes of words that are too long for it, of more judges than stand side by side, and of letters that it does not have. */
import type { Block, Cell, Table } from '@bang-diem/server/documents/paper.ts'
import { renderPdf } from '@bang-diem/server/documents/pdf/render-pdf.ts'
import { expect, it } from 'vitest'
import { given } from '../rules/rulebook.ts'
import { created, oneRound } from '../rules/small-contest.ts'
import { figure, paperOf, signature } from './papers.ts'
import { pagesOf, pageTexts } from './read-pdf.ts'
import { paperOf as madeOf, tablesOf, textsOf, writtenTable } from './reading.ts'

const POINTS_OF_MM = 72 / 25.4
const word = 'Nguyễnvănkhôngcókhoảngtrắng'.repeat(5).slice(0, 120)
const address = `https://example.org/${'a1B'.repeat(60)}`
const lettersOf = (pages: readonly string[]) => pages.join('').replace(/\s/g, '').normalize('NFC')

function expectInside(pdf: Uint8Array): void {
  for (const page of pagesOf(pdf)) {
    for (const { left, right, text } of page.words) {
      expect(left, text).toBeGreaterThan(30 * POINTS_OF_MM - 0.5)
      expect(right, text).toBeLessThan(page.width - 15 * POINTS_OF_MM + 0.5)
    }
  }
}

it('W-24: a word that no line holds is broken inside the margins, in lists, fields, legends, titles and signatures', async () => {
  const part = { figure: { number: '9', decimals: 2 }, share: 0.4 }
  const blocks: Block[] = [
    { kind: 'title', text: word, subjects: [word] },
    { kind: 'code', text: 'https://example.org', caption: '', size: 'corner' },
    { kind: 'fields', fields: [{ label: 'Địa điểm', content: word }] },
    { kind: 'list', numbered: true, items: [{ text: address, aside: word, items: [{ text: word }] }] },
    { kind: 'bars', legend: [word, 'Chào hỏi'], bars: [{ label: word, total: part.figure, parts: [part, part] }] },
    { kind: 'text', text: word },
    { kind: 'signatures', rows: [[signature(word, 'A'), signature('TỔ THƯ KÝ', word)]] },
  ]
  const pdf = await renderPdf(paperOf(blocks))
  expectInside(pdf)
  const letters = lettersOf(pageTexts(pdf))
  expect(letters).toContain(address)
  expect(letters.split(word).length - 1).toBeGreaterThanOrEqual(7)
})

it.each(['portrait', 'landscape'] as const)(
  'W-24: in %s names are broken before headings, and no figure, place or receipt is',
  async (orientation) => {
    const count = orientation === 'portrait' ? 6 : 15
    const row = (place: number): { readonly cells: readonly Cell[] } => ({
      cells: [
        figure(String(place), 0),
        { content: word },
        ...Array.from({ length: count }, () => figure('118.25')),
        { content: `80,25\n1234-ABCD` },
      ],
    })
    const table: Table = {
      kind: 'table',
      name: 'x',
      columns: [
        { title: 'Hạng', kind: 'place' },
        { title: 'Đội thi', kind: 'name' },
        ...Array.from({ length: count }, () => ({ title: 'Thưởng', kind: 'figure' }) as const),
        { title: 'GK1', kind: 'short' },
      ],
      rows: Array.from({ length: 12 }, (_, index) => row(index + 1)),
      notes: [],
    }
    const pdf = await renderPdf(paperOf([table], { orientation }))
    expectInside(pdf)
    const words = pagesOf(pdf).flatMap((page) => page.words.map(({ text }) => text))
    const counted = (text: string) => words.filter((each) => each === text).length
    expect([counted('118,25'), counted('80,25'), counted('1234-ABCD')]).toEqual([12 * count, 12, 12])
    expect([counted('10'), counted('11'), counted('12')]).toEqual([1, 1, 1])
    expect(counted('Hạng')).toBe(counted('GK1'))
    expect(counted('Thưởng')).toBe(counted('GK1') * count)
  },
)

it('W-24: judges who do not stand side by side come in as few tables as there must be, the last with the score', async () => {
  const judges = Array.from({ length: 25 }, (_, index) => ({ id: `gk${index + 1}`, name: `Giám khảo ${index + 1}` }))
  const story = given(created(oneRound({ judges })))
  for (const team of ['a', 'b', 'c']) {
    story.take(`chao-hoi/${team}/perform`, `chao-hoi/${team}/marking`)
    story.submit('chao-hoi', team, Object.fromEntries(judges.map(({ id }) => [id, ['8.25', '8.25']])))
    story.when('secretary', { type: 'recordTime', round: 'chao-hoi', team, seconds: 300 }).thenAccepted()
  }
  const paper = madeOf(story, 'round-totals')
  const tables = tablesOf(paper).map(writtenTable)
  const seats = (first: number, last: number) =>
    Array.from({ length: last - first + 1 }, (_, index) => `GK${first + index}`)
  expect(tables.map(([head]) => head)).toEqual([
    ['TT', 'Đội thi', ...seats(1, 14)],
    ['TT', 'Đội thi', ...seats(15, 25), 'Điểm giám khảo', 'Điểm trừ', 'Điểm phần thi'],
  ])
  expect(tables[1]?.[3]).toEqual(['3', 'Đội C', ...seats(15, 25).map(() => '16,50'), '16,50', '', '16,50'])
  expect(textsOf(paper).filter((text) => text.startsWith('GK1 Giám khảo 1;'))).toHaveLength(1)
  const words = pagesOf(await renderPdf(paper)).flatMap((page) => page.words)
  expect(words.filter(({ text }) => text === '16,50')).toHaveLength(3 * 27)
})

it.each([
  ['vi', 'Một số ký tự không in được (□).'],
  ['en', 'Some letters cannot be printed (□).'],
] as const)('W-20: a leaf with letters that the typeface lacks says so at its end, in %s', async (language, note) => {
  const leaf = (text: string) => ({ blocks: [{ kind: 'text', text } satisfies Block] })
  const leaves = ['Đội Rồng 龍', 'Đội Ea Ngai – “số 1” …', 'فريق', 'Đội 🎉'].map(leaf)
  const pages = pageTexts(await renderPdf(paperOf([], { leaves, language })))
  expect(pages.map((page) => page.includes(note))).toEqual([true, false, true, true])
})
