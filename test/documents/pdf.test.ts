/** Papers as PDF files, read by poppler: what can be copied, where it stands, and on which page. */
import type { Block, Table } from '@bang-diem/server/documents/paper.ts'
import { squaresOf } from '@bang-diem/server/documents/pdf/code.ts'
import { renderPdf } from '@bang-diem/server/documents/pdf/render-pdf.ts'
import { expect, it } from 'vitest'
import { figure, longName, paperOf, signature, totals } from './papers.ts'
import { type Page, pagesOf, pageTexts, pdfFonts, pdfProperties, printed, type Word } from './read-pdf.ts'

const POINTS_OF_MM = 72 / 25.4
const vowels = 'a ă â e ê i o ô ơ u ư y'.split(' ')
const tones = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323']
const letters = [...vowels.flatMap((vowel) => tones.map((tone) => (vowel + tone).normalize('NFC'))), 'đ'].join('')
const lines = (count: number): Block[] =>
  Array.from({ length: count }, (_, line) => ({ kind: 'text', text: `Dòng ${line + 1}.` }))

function found(page: Page | undefined, text: string): Word {
  const word = page?.words.find((each) => each.text === text)
  if (word === undefined) throw new Error(`${text} is not on the page`)
  return word
}

it('W-20: every Vietnamese letter can be copied from a paper, in every face, and the fonts are in the file', async () => {
  const capitals = letters.toLocaleUpperCase('vi')
  const blocks: Block[] = [
    { kind: 'text', text: letters },
    { kind: 'text', text: capitals, look: 'bold' },
    { kind: 'signatures', rows: [[{ title: 'A', hint: letters.slice(0, 36), name: null }]] },
  ]
  const pdf = await renderPdf(paperOf(blocks))
  const [text = ''] = pageTexts(pdf)
  for (const part of [letters, capitals, letters.slice(0, 36)]) expect(text.replaceAll('\n', '')).toContain(part)
  const fonts = pdfFonts(pdf)
  expect(fonts.map(({ name }) => name.replace(/^[A-Z]+\+/, '')).sort()).toEqual([
    'Tinos-Bold',
    'Tinos-Italic',
    'Tinos-Regular',
  ])
  expect(fonts.every(({ embedded }) => embedded)).toBe(true)
})

it('W-20: the same paper gives the same bytes, with title, issuer and language in them and no day', async () => {
  const paper = paperOf([totals(3, 2)], { title: 'Bảng <tổng> & hợp', author: 'Ban Tổ chức', foot: 'Phiên bản 1' })
  const [first, second] = [await renderPdf(paper), await renderPdf(paper)]
  expect(Buffer.compare(first, second)).toBe(0)
  const properties = pdfProperties(first)
  expect(properties).toMatch(/^Title: +Bảng <tổng> & hợp$/m)
  expect(properties).toMatch(/^Author: +Ban Tổ chức$/m)
  expect(properties).toMatch(/\(A4\)$/m)
  expect(properties).not.toContain('Date')
  expect(Buffer.from(first).toString('latin1')).toContain('/Lang (vi)')
})

it('W-20: what looks like an address, a file or markup in a text is only a text', async () => {
  const text = '<svg> file:///etc/passwd http://example.org/a.png {{x}} \\u0041 data:image/png;base64,AAAA'
  const [page = ''] = pageTexts(await renderPdf(paperOf([{ kind: 'title', text, subjects: [] }])))
  expect(page.replace(/\s/g, '')).toContain(text.replaceAll(' ', ''))
})

it('W-24: a long table has its head on each page, no row of it is parted, and its last row stands with the notes', async () => {
  for (const teams of [27, 28, 29, 30, 31, 32]) {
    const pages = pageTexts(await renderPdf(paperOf([totals(teams, 9)], { orientation: 'landscape' })))
    expect(pages.length).toBeGreaterThan(1)
    for (const page of pages) expect(page).toContain('GK9')
    const names = pages.map((page) => page.replace(/\s+/g, ' ').split(longName).length - 1)
    expect(names.reduce((sum, count) => sum + count)).toBe(teams)
    expect(names.at(-1)).toBeGreaterThan(0)
    expect(pages.at(-1)).toContain('* Quá giờ')
  }
})

it.each([
  ['landscape', 30, 9],
  ['landscape', 30, 24],
  ['portrait', 5, 9],
  ['landscape', 3, 60],
] as const)(
  'W-24: in %s nothing of %i teams and %i judges is beyond the margins',
  async (orientation, teams, judges) => {
    const foot = `Phiên bản 1 · ${'8A1F09C2'.repeat(4)}`
    for (const page of pagesOf(await renderPdf(paperOf([totals(teams, judges)], { orientation, foot })))) {
      for (const { left, right, text } of page.words) {
        expect(left, text).toBeGreaterThan(30 * POINTS_OF_MM - 0.5)
        expect(right, text).toBeLessThan(page.width - 15 * POINTS_OF_MM + 0.5)
      }
    }
  },
)

it('W-24: thirty teams before nine judges are set in 8 points at least, without a broken word', async () => {
  const [page] = pagesOf(await renderPdf(paperOf([totals(30, 9)], { orientation: 'landscape' })))
  for (const word of ['Điểm', 'thưởng', '118,25', 'GK9']) {
    const { top, bottom } = found(page, word)
    expect(bottom - top).toBeGreaterThanOrEqual(8 * 1.1)
  }
})

it('W-24: decimal marks of a column stand below each other, with notes and without', async () => {
  const rows = [figure('9.5'), { ...figure('118.25'), mark: '*' }, { ...figure('0.123'), bold: true }, figure('12', 0)]
  const columns = [{ title: 'Điểm', kind: 'figure' }] as const
  const table: Block = { kind: 'table', name: 'x', columns, rows: rows.map((cell) => ({ cells: [cell] })), notes: [] }
  const [page] = pagesOf(await renderPdf(paperOf([table])))
  const size = 12
  const marks = [
    found(page, '9,50').right - 2 * 0.5 * size,
    found(page, '0,123').right - 3 * 0.5 * size,
    found(page, '12').right + 0.25 * size,
  ]
  expect(Math.max(...marks) - Math.min(...marks)).toBeLessThan(0.1)
  const noted = page?.words.find(({ text }) => text.startsWith('118,25'))
  expect(noted?.left).toBeCloseTo((marks[0] ?? 0) - 1.75 * size, 0)
})

it('W-25: who signs stands on one page, with the end of what is signed', async () => {
  const judges = Array.from({ length: 3 }, (_, row) =>
    Array.from({ length: 3 }, (_, place) => signature('GIÁM KHẢO', `Giám khảo số ${row * 3 + place + 1}`)),
  )
  for (let count = 1; count <= 40; count += 3) {
    const text: Block = { kind: 'text', text: 'Biên bản đã được đọc lại.' }
    const pages = pageTexts(await renderPdf(paperOf([...lines(count), text, { kind: 'signatures', rows: judges }])))
    const last = pages.at(-1) ?? ''
    expect(last.split('Giám khảo số').length - 1).toBe(9)
    expect(last).toContain('Biên bản đã được đọc lại.')
  }
})

it('W-25: below a table they stand with its last row and its notes', async () => {
  const signatures: Block = { kind: 'signatures', rows: [[signature('TỔ THƯ KÝ', 'Hồ Thị Bích Ngọc')]] }
  for (const teams of [8, 10, 12, 14, 16]) {
    const pages = pageTexts(await renderPdf(paperOf([totals(teams, 2), signatures])))
    const last = (pages.at(-1) ?? '').replace(/\s+/g, ' ')
    for (const text of [longName, '* Quá giờ', 'TỔ THƯ KÝ', 'Hồ Thị Bích Ngọc']) expect(last).toContain(text)
  }
})

it('W-25: a crowd that no page holds is parted between its rows, and nobody is lost', async () => {
  const rows = Array.from({ length: 30 }, (_, row) =>
    [1, 2, 3].map((place) => signature('GIÁM KHẢO', `K${row}-${place}`)),
  )
  const pages = pageTexts(await renderPdf(paperOf([...lines(20), { kind: 'signatures', rows }])))
  expect(pages.join('').match(/K\d+-\d/g)).toHaveLength(90)
  for (const page of pages) expect(page.split('GIÁM KHẢO').length).toBe(page.split(/K\d+-\d/).length)
})

it('W-24: what no page holds is parted rather than cut off: a row, a note, an item, a paragraph', async () => {
  const words = (sign: string) => Array.from({ length: 2500 }, (_, index) => `${sign}${index}.`).join(' ')
  const signatures: Block = { kind: 'signatures', rows: [[signature('TỔ THƯ KÝ', 'Hồ Thị Bích Ngọc')]] }
  const row = { cells: [figure('1', 0), { content: words('r') }, figure('2')] }
  const blocks: Block[] = [
    { ...totals(1, 0), rows: [row, row], notes: [words('n')] },
    signatures,
    { kind: 'list', numbered: true, items: [{ text: 'Mục', items: [{ text: words('i') }] }] },
    signatures,
    { kind: 'text', text: words('t') },
    signatures,
  ]
  const text = pageTexts(await renderPdf(paperOf(blocks))).join(' ')
  const counted = (sign: string) => new Set(text.match(new RegExp(`\\b${sign}\\d+\\.`, 'g'))).size
  expect(['r', 'n', 'i', 't'].map(counted)).toEqual([2500, 2500, 2500, 2500])
  expect(text.match(/Hồ Thị Bích Ngọc/g)).toHaveLength(3)
})

it('W-26: by regulation the number stands in the middle of the top, and not on the first page; else in the foot', async () => {
  const regulated = pagesOf(await renderPdf(paperOf(lines(80))))
  expect(regulated[0]?.words[0]?.text).toBe('Dòng')
  for (const [index, { words, width }] of regulated.entries()) {
    if (index === 0) continue
    const number = words.find(({ top }) => top < 20 * POINTS_OF_MM - 5)
    expect(number?.text).toBe(String(index + 1))
    const middle = (30 * POINTS_OF_MM + width - 15 * POINTS_OF_MM) / 2
    expect(((number?.left ?? 0) + (number?.right ?? 0)) / 2).toBeCloseTo(middle, 0)
  }
  const plain = pageTexts(await renderPdf(paperOf(lines(80), { letterhead: 'plain', foot: 'Phiên bản 1' })))
  expect(plain.map((text) => /\d+\/\d+/.exec(text)?.[0])).toEqual(
    plain.map((_, index) => `${index + 1}/${plain.length}`),
  )
  for (const text of plain) expect(text).toContain('Phiên bản 1')
  const torn = pageTexts(await renderPdf(paperOf(lines(80), { letterhead: 'plain', numbered: false })))
  expect(torn.join('')).not.toMatch(/\d\/\d/)
})

it.each(['portrait', 'landscape'] as const)(
  'W-27: the bars of thirty teams stand on one page, in %s too',
  async (orientation) => {
    const parts = [0.3, 0.25, 0.2, 0.1].map((share) => ({
      figure: { number: String(share * 100), decimals: 2 },
      share,
    }))
    const bars = Array.from({ length: 30 }, (_, team) => ({
      label: `${team + 1}. ${longName}`,
      total: { number: '85', decimals: 2 },
      parts,
    }))
    const blocks: Block[] = [
      { kind: 'title', text: 'TỔNG HỢP', subjects: ['Hội thi Dân vận khéo'] },
      { kind: 'bars', legend: ['Chào hỏi', 'Kiến thức', 'Tiểu phẩm', 'Thuyết trình'], bars },
    ]
    const pages = pageTexts(await renderPdf(paperOf(blocks, { orientation })))
    expect(pages).toHaveLength(1)
    for (const { label } of bars) expect(pages[0]).toContain(label)
    expect(pages[0]?.match(/85,00/g)).toHaveLength(30)
  },
)

it('W-28: a heading is never the last thing on a page', async () => {
  for (let count = 25; count <= 45; count += 1) {
    const pages = pageTexts(
      await renderPdf(paperOf([...lines(count), { kind: 'heading', text: 'KẾT QUẢ' }, totals(3, 1)])),
    )
    const page = pages.find((text) => text.includes('KẾT QUẢ')) ?? ''
    expect(page).toContain('Đoàn')
  }
})

it('W-28: it stands with the head and the first row of a table, however high they are, and with who signs a single row', async () => {
  const title = 'Nội dung tuyên truyền sát với thực tiễn của địa phương, đơn vị, có tính thuyết phục và lan tỏa'
  const columns = [{ title: 'Đội thi', kind: 'name' }, ...[1, 2, 3, 4].map(() => ({ title, kind: 'figure' }) as const)]
  const row = { cells: [{ content: 'Ea Ngai' }, ...[1, 2, 3, 4].map(() => figure('9.5'))] }
  const signatures: Block = { kind: 'signatures', rows: [[signature('TỔ THƯ KÝ', 'Hồ Thị Bích Ngọc')]] }
  for (let count = 16; count <= 42; count += 2) {
    for (const rows of [[row], [row, row]]) {
      const table = { kind: 'table', name: 'x', columns, rows, notes: [] } as Table
      const blocks: Block[] = [...lines(count), { kind: 'heading', text: 'KẾT QUẢ' }, table, signatures]
      const pages = pageTexts(await renderPdf(paperOf(blocks)))
      const page = pages.find((text) => text.includes('KẾT QUẢ')) ?? ''
      expect(page, `${count} lines`).toContain('Ea Ngai')
    }
  }
})

it('W-28: the code of a sheet stands at the right of its title, inside the margins, and is the code of its address', async () => {
  const text = 'https://bang-diem.example/console/?contest=dan-van-kheo&sheet=skit/a/gk1'
  const code: Block = { kind: 'code', text, caption: '', size: 'corner' }
  const dots = 300
  const blank = await renderPdf(paperOf([{ kind: 'title', text: ' ', subjects: [] }, code], { numbered: false }))
  const picture = printed(blank, dots)
  const [left, right, top] = boundsOf(picture)
  const squares = squaresOf(text)
  const square = (right - left + 1) / squares.length
  const seen = squares.map((row, y) =>
    row.map((_, x) => picture.isDark(Math.round(left + (x + 0.5) * square), Math.round(top + (y + 0.5) * square))),
  )
  expect(seen).toEqual(squares)
  expect((right / dots) * 25.4).toBeCloseTo(210 - 15, 0)
  expect((square / dots) * 25.4).toBeGreaterThan(0.5)
})

function boundsOf({ width, height, isDark }: ReturnType<typeof printed>): [left: number, right: number, top: number] {
  let [left, right, top] = [width, 0, height]
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (!isDark(x, y)) continue
      left = Math.min(left, x)
      right = Math.max(right, x)
      top = Math.min(top, y)
    }
  }
  return [left, right, top]
}

it('W-28: an open field is a dotted line, a struck figure is still read, and leaves begin on pages of their own', async () => {
  const leaf = (team: string) => ({
    blocks: [
      {
        kind: 'fields',
        fields: [
          { label: 'Đội thi', content: team },
          { label: 'Giám khảo', content: null },
        ],
      },
      { ...totals(1, 0), rows: [{ cells: [figure('1', 0), { content: team }, { ...figure('9.75'), struck: true }] }] },
    ] satisfies Block[],
  })
  const pages = pageTexts(await renderPdf(paperOf([], { leaves: [leaf('Ea Ngai'), leaf('Tây Đằng')] })))
  expect(pages).toHaveLength(2)
  expect(pages[0]).toMatch(/Ea Ngai[\s\S]*Giám khảo:[\s\S]*9,75/)
  expect(pages[1]).toContain('Tây Đằng')
})
