/** The heads of papers by their regulations: which lines, how they are written, and where they stand on the page. */
import type { Letterhead } from '@bang-diem/server/documents/letterheads/letterhead.ts'
import { letterheads } from '@bang-diem/server/documents/letterheads/registry.ts'
import { renderPdf } from '@bang-diem/server/documents/pdf/render-pdf.ts'
import type { DefinitionInput } from '@bang-diem/shared/contest/definition.ts'
import type { LetterheadId } from '@bang-diem/shared/contest/letterheads.ts'
import { expect, it } from 'vitest'
import { contest, paperOf } from './papers.ts'
import { pagesOf, pageTexts } from './read-pdf.ts'

const bodies = { parent: 'Tỉnh ủy Đắk Lắk', issuer: 'Ban Dân vận', place: 'Buôn Ma Thuột' }
const MM = 72 / 25.4

interface Asked {
  readonly papers?: DefinitionInput['papers']
  readonly kind?: string | null
  readonly number?: string | null
  readonly date?: string | null
  readonly more?: Partial<DefinitionInput>
}

function head(id: LetterheadId, { papers = bodies, kind = 'BB', number = '5', date = '2026-01-05', more }: Asked = {}) {
  return letterheads[id].lines({ definition: contest({ letterhead: id, ...papers }, more), kind, number, date })
}

const texts = ({ left, right, number, dateline }: Letterhead) => ({
  left: left.map(({ text }) => text),
  right: right.map(({ text }) => text),
  number: number?.text ?? null,
  dateline: dateline?.text ?? null,
})

it('W-21: a Party body writes its papers with one line at the right and "Số" without a colon', () => {
  const party = head('party')
  expect(texts(party)).toEqual({
    left: ['TỈNH ỦY ĐẮK LẮK', 'BAN DÂN VẬN', '*'],
    right: ['ĐẢNG CỘNG SẢN VIỆT NAM'],
    number: 'Số 05-BB/BTC',
    dateline: 'Buôn Ma Thuột, ngày 05 tháng 01 năm 2026',
  })
  expect(party.right).toEqual([{ text: 'ĐẢNG CỘNG SẢN VIỆT NAM', size: 15, look: 'bold', rule: 'full' }])
  expect(party.left.map(({ size, look }) => [size, look])).toEqual([
    [14, 'plain'],
    [14, 'bold'],
    [14, 'plain'],
  ])
  expect(party.dateline).toMatchObject({ size: 14, look: 'italic' })
})

it('W-22: a State body writes its papers by Decree 30: country and motto at the right, rules, and "Số:" with a colon', () => {
  const state = head('state')
  expect(texts(state)).toEqual({
    left: ['TỈNH ỦY ĐẮK LẮK', 'BAN DÂN VẬN'],
    right: ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'],
    number: 'Số: 05/BB-BTC',
    dateline: 'Buôn Ma Thuột, ngày 05 tháng 01 năm 2026',
  })
  expect(state.right.map(({ size, look, rule }) => [size, look, rule])).toEqual([
    [12, 'bold', undefined],
    [13, 'bold', 'full'],
  ])
  expect(state.left.map(({ look, rule }) => [look, rule])).toEqual([
    ['plain', undefined],
    ['bold', 'part'],
  ])
  expect(letterheads.state.style).toMatchObject({
    margins: { top: 20, right: 15, bottom: 20, left: 30 },
    body: 13,
    title: 14,
    pageNumber: 'top-centre',
  })
})

it('W-23: the Youth Union has its name and three stars; a plain paper has who issues it and the contest', () => {
  expect(texts(head('youth-union'))).toEqual({
    left: ['TỈNH ỦY ĐẮK LẮK', 'BAN DÂN VẬN', '***'],
    right: ['ĐOÀN TNCS HỒ CHÍ MINH'],
    number: 'Số: 05-BB/BTC',
    dateline: 'Buôn Ma Thuột, ngày 05 tháng 01 năm 2026',
  })
  expect(texts(head('plain', { papers: {}, kind: null }))).toEqual({
    left: ['Ban Tổ chức'],
    right: ['Hội thi Dân vận khéo'],
    number: null,
    dateline: 'Ngày 05 tháng 01 năm 2026',
  })
})

it('W-23: a plain paper of an English contest is English', () => {
  const more = { language: 'en', title: 'Robot Cup' } as const
  expect(texts(head('plain', { papers: { place: 'Da Nang' }, more }))).toEqual({
    left: ['The organisers'],
    right: ['Robot Cup'],
    number: 'No. 05/BB-BTC',
    dateline: 'Da Nang, 5 January 2026',
  })
  expect(head('plain', { papers: {}, date: null, more }).dateline?.text).toBe('Date ………………')
})

it('W-29: what nobody gave is left open for a hand: the number, the day, the place', () => {
  expect(head('party', { number: null, date: null }).number?.text).toBe('Số ……-BB/BTC')
  const state = head('state', { papers: {}, number: null, date: null })
  expect(state.number?.text).toBe('Số: ……/BB-BTC')
  expect(state.dateline?.text).toBe('………………, ngày …… tháng …… năm ……')
  expect(head('state', { kind: null }).number).toBeNull()
  expect(head('state', { number: '0005' }).number?.text).toBe('Số: 05/BB-BTC')
})

it('W-29: issuer, symbol and the lines at the right are the definition’s where it has them', () => {
  const papers = { right: ['HỘI LIÊN HIỆP PHỤ NỮ', 'Đoàn kết – Đổi mới'], symbol: 'BTCHT' }
  const { left, right, number } = head('party', { papers, number: '12', more: { organiser: 'Hội Phụ nữ xã' } })
  expect(left.map(({ text }) => text)).toEqual(['HỘI PHỤ NỮ XÃ', '*'])
  expect(right.map(({ text, rule }) => [text, rule])).toEqual([
    ['HỘI LIÊN HIỆP PHỤ NỮ', undefined],
    ['Đoàn kết – Đổi mới', 'full'],
  ])
  expect(number?.text).toBe('Số 12-BB/BTCHT')
})

it.each(['party', 'state', 'youth-union'] as const)(
  'W-22: the page of %s has the margins of the regulation, and the lines of each side their own column',
  async (id) => {
    const blocks = [
      { kind: 'letterhead', letterhead: head(id) } as const,
      { kind: 'text', text: 'Hôm nay '.repeat(60) } as const,
    ]
    const [page] = pagesOf(await renderPdf(paperOf(blocks, { letterhead: id })))
    const words = page?.words ?? []
    expect(Math.min(...words.map(({ left }) => left))).toBeCloseTo(30 * MM, 0)
    expect((page?.width ?? 0) - Math.max(...words.map(({ right }) => right))).toBeCloseTo(15 * MM, 0)
    expect(Math.min(...words.map(({ top }) => top)) - 20 * MM).toBeLessThan(3)
    const day = words.find(({ text }) => text === 'Buôn')
    const number = words.find(({ text }) => text.startsWith('Số'))
    expect(day?.bottom).toBeCloseTo(number?.bottom ?? 0, 0)
    expect(number?.right).toBeLessThan(day?.left ?? 0)
  },
)

it.each(['party', 'state', 'youth-union', 'plain'] as const)(
  'W-22: names of eighty letters wrap in their column in %s, and the line at the right stays whole',
  async (id) => {
    const long = 'Ủy ban nhân dân thành phố trực thuộc tỉnh và các xã, phường vùng Đông Bắc mở rộng'
    const letterhead = head(id, { papers: { ...bodies, parent: long, issuer: long } })
    const pdf = await renderPdf(paperOf([{ kind: 'letterhead', letterhead }], { letterhead: id }))
    const [text = ''] = pageTexts(pdf)
    for (const { text: line } of letterhead.right) expect(text).toContain(line)
    const words = pagesOf(pdf)[0]?.words ?? []
    const ofLeft = letterhead.left.flatMap((line) => line.text.split(' '))
    const names = words.filter((word) => ofLeft.includes(word.text))
    expect(names.length).toBeGreaterThanOrEqual(36)
    const right = words.find((word) => word.text === letterhead.right[0]?.text.split(' ')[0])
    expect(Math.max(...names.map((name) => name.right))).toBeLessThan(right?.left ?? 0)
  },
)
