/** Tables of papers as files for spreadsheet programs: read back with a reader, and looked at as they are. */
import type { Block, Cell, Paper, Table } from '@bang-diem/server/documents/paper.ts'
import { renderCsv } from '@bang-diem/server/documents/tables/csv.ts'
import { renderXlsx } from '@bang-diem/server/documents/tables/xlsx.ts'
import { unpacked } from '@bang-diem/server/workbooks/archive.ts'
import { uploadLimits } from '@bang-diem/server/workbooks/upload-limits.ts'
import readSheets from 'read-excel-file/node'
import { expect, it } from 'vitest'
import { csvRows } from './csv-rows.ts'

const figure = (number: string, decimals = 2): Cell => ({ content: { number, decimals } })
const text = (content: string): Cell => ({ content })

function table(...rows: Cell[][]): Table {
  return {
    kind: 'table',
    name: 'Điểm vòng 1',
    columns: [
      { title: 'Đội', kind: 'name' },
      { title: 'Điểm; thang 10', kind: 'figure' },
    ],
    rows: rows.map((cells) => ({ cells })),
    notes: ['* Giám khảo được miễn.'],
  }
}

function paperOf(blocks: readonly Block[], language: Paper['language'] = 'vi'): Paper {
  return {
    language,
    title: 'Bảng điểm',
    orientation: 'portrait',
    style: {
      margins: { top: 20, right: 15, bottom: 20, left: 30 },
      body: 13,
      title: 14,
      subject: 14,
      pageNumber: 'foot',
    },
    leaves: [{ blocks }],
    numbered: true,
    foot: 'Bản 1',
  }
}

const title: Block = { kind: 'title', text: 'BẢNG ĐIỂM', subjects: ['Hội thi “Dân vận khéo”'] }

async function sheetsOf(paper: Paper) {
  return await readSheets(Buffer.from(await renderXlsx(paper)))
}

async function partOf(paper: Paper, name: string): Promise<string> {
  const files = unpacked(Buffer.from(await renderXlsx(paper)), uploadLimits)
  if (typeof files === 'string') throw new Error(files)
  return files.get(name)?.toString('utf8') ?? ''
}

const csvOf = (paper: Paper) => Buffer.from(renderCsv(paper)).toString('utf8')

it('W-30: a table is a worksheet of its own, with the title and heading above it, and notes and foot below', async () => {
  const heading: Block = { kind: 'heading', text: 'I. Kết quả' }
  const [sheet, ...others] = await sheetsOf(paperOf([title, heading, table([text('Đội A'), figure('9.5')])]))
  expect(others).toEqual([])
  expect(sheet).toEqual({
    sheet: 'Điểm vòng 1',
    data: [
      ['BẢNG ĐIỂM', null],
      ['Hội thi “Dân vận khéo”', null],
      ['I. Kết quả', null],
      [null, null],
      ['Đội', 'Điểm; thang 10'],
      ['Đội A', 9.5],
      [null, null],
      ['* Giám khảo được miễn.', null],
      ['Bản 1', null],
    ],
  })
})

it('W-30: names of worksheets are short, allowed and each its own', async () => {
  const names = [
    "'Vòng 1/2: chào hỏi?'",
    'Một tên rất dài, dài hơn ba mươi mốt ký tự',
    'vòng 1 2 chào hỏi',
    '[]',
    'History',
  ]
  const tables = names.map((name) => ({ ...table([text('a'), figure('1')]), name }))
  const named = (await sheetsOf(paperOf(tables))).map(({ sheet }) => sheet)
  expect(named).toEqual([
    'Vòng 1 2 chào hỏi',
    'Một tên rất dài, dài hơn ba mươ',
    'vòng 1 2 chào hỏi (2)',
    '4',
    'History -',
  ])
})

it('W-30: headings stay in sight, and a worksheet is printed landscape and one page wide', async () => {
  const xml = await partOf(paperOf([title, table([text('Đội A'), figure('9.5')])]), 'xl/worksheets/sheet1.xml')
  expect(xml).toMatch(/<worksheet[^>]*><sheetPr><pageSetUpPr fitToPage="1"\/><\/sheetPr>/)
  expect(xml).toMatch(/<pageSetup [^>]*orientation="landscape"[^>]*fitToWidth="1"[^>]*fitToHeight="0"/)
  expect(xml).toMatch(/<pane ySplit="4"[^>]*state="frozen"/)
})

it('W-7: a second line of a cell has a column of its own, and the figure above it is a number', async () => {
  const sums: Table = {
    ...table(),
    columns: [
      { title: 'Đội', kind: 'name' },
      { title: 'GK1', kind: 'short', below: 'Biên nhận GK1' },
      { title: 'Hạng', kind: 'place' },
    ],
    rows: [
      { cells: [text('Đội A'), { ...figure('9.5'), below: '12-7F3A', mark: '†', struck: true }, figure('1', 0)] },
      { cells: [text('Đội B'), text('–'), figure('2', 0)] },
    ],
  }
  const [sheet] = await sheetsOf(paperOf([sums]))
  expect(sheet?.data.slice(1, 4)).toEqual([
    ['Đội', 'GK1', 'Biên nhận GK1', 'Hạng'],
    ['Đội A', 9.5, '12-7F3A', 1],
    ['Đội B', '–', null, 2],
  ])
  expect(csvOf(paperOf([sums]))).toBe('\uFEFFĐội;GK1;Biên nhận GK1;Hạng\r\nĐội A;9,50;12-7F3A;1\r\nĐội B;–;;2\r\n')
})

it('W-31: a figure is a number with its places, and never loses a digit', async () => {
  const rows = ['1234.5', '9.125', '-2', '12345678901234.56'].map((number) => [text('Đội'), figure(number)])
  const paper = paperOf([table(...rows, [text('Đội'), figure('1200', 0)])])
  const [sheet] = await sheetsOf(paper)
  expect(sheet?.data.slice(2, 7).map(([, number]) => number)).toEqual([
    1234.5,
    9.125,
    -2,
    '12.345.678.901.234,56',
    1200,
  ])
  const styles = await partOf(paper, 'xl/styles.xml')
  for (const format of ['#,##0.00', '#,##0.000', '#,##0']) expect(styles).toContain(`formatCode="${format}"`)
  expect(await partOf(paper, 'xl/worksheets/sheet1.xml')).not.toContain('<f>')
})

it('W-31: a mark behind a figure belongs to its format; behind a text it is written', async () => {
  const paper = paperOf([
    table([
      { content: 'Đội A', mark: '*' },
      { ...figure('9.5'), mark: '1' },
    ]),
  ])
  const [sheet] = await sheetsOf(paper)
  expect(sheet?.data[2]).toEqual(['Đội A *', 9.5])
  expect(await partOf(paper, 'xl/styles.xml')).toContain('formatCode="#,##0.00&quot; (1)&quot;"')
})

it('W-32: a text stays a text, and what is left out of the score is struck', async () => {
  const texts = ['=1+1', '+84', '-', '@x', '1.5', '2026-10-14', 'a\u0001_x0041_']
  const paper = paperOf([table(...texts.map((content) => [text(content), { ...figure('7'), struck: true }]))])
  const [sheet] = await sheetsOf(paper)
  expect(sheet?.data.slice(2, 8).map(([content]) => content)).toEqual(texts.slice(0, 6))
  const strings = await partOf(paper, 'xl/sharedStrings.xml')
  expect(strings).toContain('a_x0001__x005F_x0041_')
  expect(await partOf(paper, 'xl/styles.xml')).toContain('<strike')
  expect(await partOf(paper, 'xl/worksheets/sheet1.xml')).not.toContain('<f>')
})

it('W-33: in Vietnamese values are parted by semicolons and have a comma, in English a comma and a point', () => {
  const rows = table([text('Đội "A"; B, C\nD'), figure('1234.5')], [{ content: null }, { ...figure('9'), mark: '*' }])
  const vi = csvOf(paperOf([title, rows]))
  expect(vi).toBe('\uFEFFĐội;"Điểm; thang 10"\r\n"Đội ""A""; B, C\nD";1234,50\r\n;9,00\r\n')
  const en = csvOf(paperOf([title, rows], 'en'))
  expect(en).toBe('\uFEFFĐội,Điểm; thang 10\r\n"Đội ""A""; B, C\nD",1234.50\r\n,9.00\r\n')
  expect(csvRows(en.slice(1), ',')[1]).toEqual(['Đội "A"; B, C\nD', '1234.50'])
})

it('W-33: of several tables each has its name above it, and an empty line before it', () => {
  const one = table([text('Đội A'), figure('9.5')])
  const written = csvOf(paperOf([one, { ...one, name: 'Vòng 2' }]))
  expect(csvRows(written.slice(1), ';')).toEqual([
    ['Điểm vòng 1'],
    ['Đội', 'Điểm; thang 10'],
    ['Đội A', '9,50'],
    [],
    ['Vòng 2'],
    ['Đội', 'Điểm; thang 10'],
    ['Đội A', '9,50'],
  ])
})

it('W-34: a text that a spreadsheet would take for a formula begins with an apostrophe, a figure never', () => {
  const texts = ['=1+1', '+84', '-2+3', '@x', '\tx', ' =1', '\uff1d1', 'x=1', "'x"]
  const written = csvOf(paperOf([table(...texts.map((content) => [text(content), figure('-1')]))]))
  const cells = csvRows(written.slice(1), ';').slice(1)
  expect(cells.map(([content]) => content)).toEqual(texts.map((content, at) => (at < 7 ? `'${content}` : content)))
  expect(new Set(cells.map(([, number]) => number))).toEqual(new Set(['-1,00']))
})

it.each([
  ['vi', ';'],
  ['en', ','],
] as const)('W-34: in %s so does each part that another separator than %s would make of it', (language, separator) => {
  const texts = {
    'A,=1+1,B': "A,'=1+1,B",
    'A;=1+1;B': "A;'=1+1;B",
    'A, +84': "A,' +84",
    'A\t@x\n-3': "A\t'@x\n'-3",
    'A,"=1+1"': 'A,\'"=1+1"',
    'a-b, c; d': 'a-b, c; d',
  }
  const rows = Object.keys(texts).map((content) => [text(content), figure('-0.5')])
  const cells = csvRows(csvOf(paperOf([table(...rows)], language)).slice(1), separator).slice(1)
  expect(cells.map(([content]) => content)).toEqual(Object.values(texts))
  expect(new Set(cells.map(([, number]) => number))).toEqual(new Set([language === 'vi' ? '-0,50' : '-0.50']))
})
