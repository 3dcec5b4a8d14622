/** Mistakes in sheets, headings, rows and plain cells, as organisers make them. */
import type { BrokenWorkbook } from './broken.ts'
import type { Paper } from './sheet-paper.ts'

type Content = Parameters<Paper['write']>[3]

/** One cell is written otherwise, and is where the problem must be told. */
function cell(
  mistake: string,
  [sheet, row, heading]: readonly [sheet: string, row: number, heading: string],
  content: Content,
  code: BrokenWorkbook['code'],
): BrokenWorkbook {
  const spoil = (paper: Paper) => {
    paper.write(sheet, row, heading, content)
    return paper.at(sheet, row, heading)
  }
  return { mistake, spoil, code }
}

function field(mistake: string, name: string, content: Content, code: BrokenWorkbook['code']): BrokenWorkbook {
  const spoil = (paper: Paper) => {
    paper.writeBeside(name, content)
    return paper.beside(name)
  }
  return { mistake, spoil, code }
}

const sheetsAndHeadings: readonly BrokenWorkbook[] = [
  {
    mistake: 'a sheet is missing',
    spoil: (paper) => {
      paper.remove('Giám khảo')
      return 'Giám khảo!A1'
    },
    code: 'missing-sheet',
  },
  {
    mistake: 'a sheet of one’s own is left in',
    spoil: (paper) => {
      paper.add('Nháp', [['Kinh phí', { number: '500000' }]])
      return 'Nháp!A1'
    },
    code: 'unknown-sheet',
  },
  {
    mistake: 'a heading is misspelt',
    spoil: (paper) => {
      const column = paper.at('Đội thi', 1, 'Bảng')
      paper.write('Đội thi', 1, 'Bảng', 'Bản')
      return column
    },
    code: 'unknown-heading',
  },
  {
    mistake: 'a column that every row needs is taken out',
    spoil: (paper) => {
      paper.removeColumn('Phần thi', 'Điểm tối đa')
      return paper.at('Phần thi', 1, 'Điểm tối đa')
    },
    code: 'missing-heading',
  },
  {
    mistake: 'a heading stands twice',
    spoil: (paper) => {
      paper.write('Đội thi', 1, 'Hạng mục', 'Bảng')
      return 'Đội thi!F1'
    },
    code: 'duplicate-id',
  },
  {
    mistake: 'something is written beside the table',
    spoil: (paper) => {
      paper.write('Đội thi', 3, 'chưa xác nhận', 'chưa xác nhận')
      return paper.at('Đội thi', 3, 'chưa xác nhận')
    },
    code: 'unknown-heading',
  },
  {
    mistake: 'the column of stages is taken out where there are two',
    spoil: (paper) => {
      paper.removeColumn('Phần thi', 'Vòng thi')
      return paper.at('Phần thi', 1, 'Vòng thi')
    },
    code: 'missing-heading',
  },
  {
    mistake: 'a field of the contest is misspelt',
    spoil: (paper) => {
      paper.append('Hội thi', { Mục: 'Nhà tài trợ', 'Nội dung': 'Công ty X' })
      return `Hội thi!A${paper.lastRow('Hội thi')}`
    },
    code: 'unknown-heading',
  },
  {
    mistake: 'a field of the contest stands twice',
    spoil: (paper) => {
      paper.append('Hội thi', { Mục: 'Ngày thi', 'Nội dung': '15/10/2026' })
      return `Hội thi!A${paper.lastRow('Hội thi')}`
    },
    code: 'duplicate-id',
  },
]

const contest: readonly BrokenWorkbook[] = [
  field('the 31st of February', 'Ngày thi', '31/02/2026', 'not-a-date'),
  field('month and day in the American order', 'Ngày thi', '10/14/2026', 'not-a-date'),
  field('a day in words', 'Ngày thi', 'sáng thứ Tư', 'not-a-date'),
  field('a number where a day belongs', 'Ngày thi', { number: '14' }, 'not-a-date'),
  field('no title', 'Tên hội thi', null, 'required'),
  field('an id with capitals and spaces', 'Mã hội thi', 'Dân vận khéo', 'not-an-id'),
  field('a language that there is not', 'Ngôn ngữ', 'tiếng Pháp', 'not-one-of'),
  field('a title that is far too long', 'Tên hội thi', 'x'.repeat(201), 'too-long'),
  field('a session of a round that there is not', 'Buổi thi', 'sang; title=Sáng; round=khai-mac', 'unknown-reference'),
  field('a session at half past twenty-five', 'Buổi thi', 'sang; title=Sáng; time=25:30; round=chao-hoi', 'bad-format'),
]

const people: readonly BrokenWorkbook[] = [
  cell('two teams have one id', ['Đội thi', 3, 'Mã'], 'doi-1', 'duplicate-id'),
  cell('a team has no name', ['Đội thi', 4, 'Tên đội'], null, 'required'),
  cell(
    'a short name that does not fit a screen',
    ['Đội thi', 2, 'Tên ngắn'],
    'Liên quân Đoàn Công an huyện',
    'too-long',
  ),
  cell('a team without a group where groups are ranked', ['Đội thi', 5, 'Bảng'], null, 'required'),
  cell('a group that became a date', ['Đội thi', 2, 'Bảng'], { date: '2026-01-02' }, 'unexpected-date'),
  cell('a formula that fails', ['Đội thi', 2, 'Tên ngắn'], { error: '#REF!' }, 'cell-error'),
  cell('a second head judge', ['Giám khảo', 4, 'Trưởng ban'], 'x', 'two-heads'),
  cell('neither yes nor no', ['Giám khảo', 3, 'Trưởng ban'], 'phó ban', 'not-yes-or-no'),
  cell('no head judge where one decides', ['Giám khảo', 2, 'Trưởng ban'], null, 'needs-head'),
]

const criteria: readonly BrokenWorkbook[] = [
  cell('text in a number', ['Tiêu chí', 2, 'Điểm cao nhất'], 'mười hai', 'not-a-decimal'),
  cell('a comma and a point', ['Tiêu chí', 2, 'Điểm cao nhất'], '1.000,5', 'not-a-decimal'),
  cell('a number with its unit', ['Tiêu chí', 3, 'Điểm cao nhất'], '8 điểm', 'not-a-decimal'),
  cell('a negative lowest mark', ['Tiêu chí', 2, 'Điểm thấp nhất'], { number: '-1' }, 'not-a-decimal'),
  cell('more decimals than there are', ['Tiêu chí', 2, 'Hệ số'], { number: '0.33333333' }, 'not-a-decimal'),
  cell('a step of nothing', ['Tiêu chí', 2, 'Bước điểm'], { number: '0' }, 'too-small'),
  cell('a step that does not fit', ['Tiêu chí', 2, 'Bước điểm'], '0,7', 'off-step'),
  cell('the lowest mark is the highest', ['Tiêu chí', 3, 'Điểm thấp nhất'], { number: '8' }, 'scale-empty'),
  cell('no highest mark', ['Tiêu chí', 4, 'Điểm cao nhất'], null, 'required'),
  cell('marked by somebody else', ['Tiêu chí', 4, 'Người chấm'], 'khán giả', 'not-one-of'),
  cell('a criterion of a round that there is not', ['Tiêu chí', 3, 'Phần thi'], 'Chào sân', 'unknown-reference'),
  cell('the first criterion is of no round', ['Tiêu chí', 2, 'Phần thi'], null, 'required'),
  cell('two criteria of a round have one id', ['Tiêu chí', 3, 'Mã'], 'noi-dung', 'duplicate-id'),
]

/** The cell that is told is not always the one that was spoiled. */
function toldAt(broken: BrokenWorkbook, sheet: string, row: number, heading: string): BrokenWorkbook {
  const spoil = (paper: Paper) => {
    broken.spoil(paper)
    return paper.at(sheet, row, heading)
  }
  return { ...broken, spoil }
}

const elsewhere: Readonly<Record<string, readonly [string, number, string]>> = {
  'no head judge where one decides': ['Vòng thi', 2, 'Phân định bằng điểm'],
  'the lowest mark is the highest': ['Tiêu chí', 3, 'Điểm cao nhất'],
}

export const brokenTables: readonly BrokenWorkbook[] = [...sheetsAndHeadings, ...contest, ...people, ...criteria].map(
  (broken) => {
    const place = elsewhere[broken.mistake]
    return place === undefined ? broken : toldAt(broken, ...place)
  },
)
