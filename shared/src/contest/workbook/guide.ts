/** The first sheet of a workbook: what stands where, and how choices are written. Made from the shapes, so that it never lags behind them. */
import type { SheetTable } from './cells.ts'
import { contestFields, type TableLayout, tables } from './layout.ts'
import { signs } from './notation.ts'
import type { Choice, Entry, Field, Shape } from './shape.ts'
import { headingOf, optionWord, type SheetKey, sheetNames } from './words.ts'
import type { Language } from './write-value.ts'

const texts = {
  vi: {
    lines: [
      'Mỗi trang là một bảng: hàng đầu là tên cột, mỗi hàng sau là một đội, một giám khảo, một vòng thi, một phần thi, một tiêu chí.',
      'Tên trang và tên cột giữ nguyên. Ô để trống nhận giá trị mặc định. Cột tên “Ghi chú” không được đọc.',
      'Cột “Mã” có thể để trống: máy đặt mã từ tên. Ô nhắc đến đội, giám khảo, vòng thi, phần thi, tiêu chí thì viết mã hoặc tên.',
      'Ô gộp, hoặc ô trống ở cột “Vòng thi” và “Phần thi”, nghĩa là như hàng trên.',
      'Số viết 9,5 hay 9.5 đều được; ngày viết 14/10/2026; nhiều mã trong một ô cách nhau bằng dấu phẩy.',
      'Cách chấm viết trong một ô: tên cách chọn, rồi dấu chấm phẩy và từng tham số, ví dụ: trimmed-mean; highest=1; lowest=1',
      'Ô chứa nhiều mục (phân định bằng điểm, giải thưởng, làm tròn…): mỗi mục một dòng trong ô (Alt+Enter), theo thứ tự.',
      'Chữ có dấu chấm phẩy hoặc dấu phẩy trong một mục thì đặt trong dấu ngoặc kép: title="Giải Nhất; Nhì"',
    ],
    how: 'Cách viết',
    number: 'số',
    text: 'chữ',
  },
  en: {
    lines: [
      'Each sheet is a table: headings in the first row, then a team, a judge, a stage, a round or a criterion a row.',
      'Keep the names of sheets and columns. An empty cell takes the default. A column “Note” is not read.',
      'The column “Id” may stay empty: then ids are made from names. Where a cell names a team, a judge, a stage, a round or a criterion, write the id or the name.',
      'A merged or an empty cell under “Stage” and “Round” means the same as above.',
      'Numbers may be 9,5 or 9.5; dates 14/10/2026; several ids in a cell are parted by commas.',
      'A rule stands in one cell: the name of the choice, then each parameter after a semicolon, such as: trimmed-mean; highest=1; lowest=1',
      'A cell with several entries (tie-breaks, awards, rounding, …) has one a line (Alt+Enter), in their order.',
      'A text with a semicolon or a comma in such an entry stands in quotes: title="Gold; silver"',
    ],
    how: 'How to write it',
    number: 'number',
    text: 'text',
  },
} as const

export function guideSheet(language: Language): SheetTable {
  const { lines, how } = texts[language]
  const all: readonly TableLayout[] = [tables.stages, tables.rounds, tables.criteria]
  const columns = [
    ...contestFields.map((column) => ({ sheet: 'contest' as SheetKey, column })),
    ...all.flatMap(({ sheet, columns: own }) => own.map((column) => ({ sheet, column }))),
  ]
  const forms = columns.flatMap(({ sheet, column: { path, shape } }) => {
    const where = `${sheetNames[sheet][language]} › ${headingOf(sheet, path)[language]}`
    return formsOf(shape, language).map(([form, title], index) => [index === 0 ? where : null, form, title])
  })
  return {
    name: sheetNames.guide[language],
    rows: [...lines.map((line) => [line]), [null], [how, null, null], ...forms],
  }
}

/** Every form that a cell may have, with what it is called. */
function formsOf(shape: Shape, language: Language): [form: string, title: string][] {
  switch (shape.kind) {
    case 'option':
      return shape.options.map((option) => [optionWord(option)[language], option])
    case 'choice':
      return choiceForms(shape, language)
    case 'entry':
      return [[partForms(shape.fields, true, language), '']]
    case 'list':
      return formsOf(shape.item, language)
    case 'either':
      return shape.options.flatMap((option) => eitherForms(option, language))
    default:
      return []
  }
}

function eitherForms(option: Shape, language: Language): [string, string][] {
  if (option.kind === 'literal') return [[optionWord(String(option.value))[language], String(option.value)]]
  if (option.kind === 'entry') return [[partForms(option.fields, false, language), '']]
  return option.kind === 'list' ? [[memberForm(option.item, language), '']] : []
}

function choiceForms({ options }: Choice, language: Language): [string, string][] {
  return options.map(({ id, title, fields }) => {
    const parts = partForms(fields, false, language)
    return [parts === '' ? id : `${id}${signs.parts} ${parts}`, title[language]]
  })
}

function partForms(fields: Entry['fields'], leavesFirst: boolean, language: Language): string {
  const form = ({ key, shape, required }: Field, index: number) => {
    const own = valueForm(shape, language)
    const written = leavesFirst && index === 0 ? own : `${key}=${own}`
    return required ? written : `[${written}]`
  }
  return fields.map(form).join(`${signs.parts} `)
}

function valueForm(shape: Shape, language: Language): string {
  const { number, text } = texts[language]
  switch (shape.kind) {
    case 'decimal':
    case 'number':
      return number
    case 'option':
      return shape.options.join('|')
    case 'flag':
      return language === 'vi' ? 'có' : 'yes'
    case 'list':
      return memberForm(shape.item, language)
    default:
      return text
  }
}

/** Two members and a dot-dot-dot. */
function memberForm(item: Shape, language: Language): string {
  const own =
    item.kind === 'entry'
      ? item.fields.map(({ shape }) => valueForm(shape, language)).join(signs.fields)
      : valueForm(item, language)
  return `${own}${signs.members} ${own}…`
}
