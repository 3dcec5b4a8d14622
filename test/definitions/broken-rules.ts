/** Mistakes in how a contest is scored and ranked: sums, references, and choices that are written in one cell. */
import type { BrokenWorkbook } from './broken.ts'
import type { Paper } from './sheet-paper.ts'

type Content = Parameters<Paper['write']>[3]

/** In the sheet of rounds; the first round stands in row 2. */
function round(
  mistake: string,
  row: number,
  heading: string,
  content: Content,
  code: BrokenWorkbook['code'],
): BrokenWorkbook {
  return inCell(mistake, ['Phần thi', row, heading], content, code)
}

/** In the sheet of stages; the first stage stands in row 2. */
function stage(
  mistake: string,
  row: number,
  heading: string,
  content: Content,
  code: BrokenWorkbook['code'],
): BrokenWorkbook {
  return inCell(mistake, ['Vòng thi', row, heading], content, code)
}

function inCell(
  mistake: string,
  [sheet, row, heading]: readonly [string, number, string],
  content: Content,
  code: BrokenWorkbook['code'],
): BrokenWorkbook {
  const spoil = (paper: Paper) => {
    paper.write(sheet, row, heading, content)
    return paper.at(sheet, row, heading)
  }
  return { mistake, spoil, code }
}

const combine = 'Cách tính điểm'
const overtime = 'Quá giờ'
const ties = 'Phân định bằng điểm'
const groups = 'Nhóm giám khảo'
const seconds = 'Thời gian quy định (giây)'
const least = 'Thời gian tối thiểu (giây)'

const rounds: readonly BrokenWorkbook[] = [
  round('the sum of the criteria differs', 2, 'Điểm tối đa', { number: '25' }, 'sum-differs'),
  round('a round of a stage that there is not', 3, 'Vòng thi', 'ban-ket', 'unknown-reference'),
  {
    mistake: 'two rounds have one id',
    spoil: (paper) => {
      paper.write('Tiêu chí', 8, 'Phần thi', 'Ứng xử')
      paper.write('Phần thi', 5, 'Mã', 'chao-hoi')
      return paper.at('Phần thi', 5, 'Mã')
    },
    code: 'duplicate-id',
  },
  round('a method that there is not', 2, combine, 'trung bình nhân', 'not-one-of'),
  round('a parameter that there is not', 2, combine, 'trimmed-mean; hihgest=1', 'unknown-key'),
  round('a parameter twice', 2, combine, 'trimmed-mean; highest=1; highest=2', 'bad-notation'),
  round('a parameter without a value', 2, combine, 'trimmed-mean; highest=', 'bad-notation'),
  round('a number without a name', 2, combine, 'trimmed-mean; 1; 1', 'bad-notation'),
  round('a word where a number belongs', 2, combine, 'trimmed-mean; highest=một', 'wrong-type'),
  round('half a judge', 2, combine, 'trimmed-mean; highest=1.5', 'wrong-type'),
  round('a parameter out of its range', 2, combine, 'trimmed-mean; highest=21', 'too-large'),
  round('striking everybody', 2, combine, 'trimmed-mean; highest=2; lowest=2; whenAtLeast=4', 'trims-everyone'),
  round('a parameter is missing', 2, overtime, 'per-minute; points=1', 'required'),
  round('an option that there is not', 2, overtime, 'per-minute; points=1; count=half', 'not-one-of'),
  round('tiers with decimal commas', 2, overtime, 'tiers; tiers=1:0,25, 60:0,5', 'ambiguous-comma'),
  round('tiers in the wrong order', 2, overtime, 'tiers; tiers=60:0.5, 1:0.25', 'bad-format'),
  round('overtime without a limit', 2, seconds, null, 'required'),
  round('a limit in minutes and seconds', 2, seconds, '5 phút', 'wrong-type'),
  round('a minimum beyond the limit', 2, least, { number: '400' }, 'too-large'),
  round('undertime without a minimum', 2, least, null, 'required'),
  round('a limit of outliers in words', 3, 'Điểm lệch', 'drop; limit=nhiều', 'not-a-decimal'),
  round(
    'a group that does not cover the panel',
    3,
    groups,
    'chuyen-mon; judges=gk1, gk2, gk3, gk4',
    'judge-without-group',
  ),
  round('a judge in two groups', 3, groups, 'a; judges=gk1, gk2, gk3\nb; judges=gk3, gk4, gk5', 'duplicate-id'),
  round('a judge in a group who is nobody', 3, groups, 'a; judges=gk1, gk2, gk9', 'unknown-reference'),
  round('a panel with somebody who is nobody', 5, 'Ban giám khảo', 'gk1, Giám khảo Tuấn', 'unknown-reference'),
  round('a factor without its end', 4, 'Hệ số độ khó đến', null, 'required'),
  round('an order that there is not', 2, 'Thứ tự dự thi', 'theo bảng chữ cái', 'not-one-of'),
]

const stages: readonly BrokenWorkbook[] = [
  stage('a tie-break by a round that there is not', 2, ties, 'round; round=tai-nang\ndecision', 'unknown-reference'),
  stage(
    'a tie-break by a criterion of another round',
    3,
    ties,
    'criterion; round=ung-xu; criterion=chu-de',
    'unknown-reference',
  ),
  stage('tie-breaks all in one line', 2, ties, 'round; round=kien-thuc; decision', 'bad-notation'),
  stage('a tie-break that there is not', 2, ties, 'tung đồng xu', 'not-one-of'),
  stage('a team that there is not', 2, 'Đội dự thi', 'doi-1, doi-2, doi-9', 'unknown-reference'),
  stage('qualifiers of a stage that comes later', 2, 'Đội dự thi', 'from=chung-ket; best=2', 'not-earlier'),
  stage('nobody qualifies', 3, 'Đội dự thi', 'from=vong-loai; best=0', 'too-small'),
  stage('totals carried over from the stage itself', 3, 'Điểm mang sang', 'chung-ket; weight=0.3', 'not-earlier'),
  stage(
    'totals carried over twice',
    3,
    'Điểm mang sang',
    'vong-loai; weight=0.3\nvong-loai; weight=0.1',
    'duplicate-id',
  ),
  stage('as many attempts count as there are', 3, 'Lượt thi', 'tieu-pham, ung-xu; keep=2', 'too-large'),
  stage('seven decimals', 3, 'Làm tròn', 'total; decimals=7', 'too-large'),
  stage('a place is rounded twice', 3, 'Làm tròn', 'total; decimals=2\ntotal; decimals=1', 'duplicate-id'),
  stage('totals cannot be carried over into ranks', 3, 'Cách xếp hạng', 'placings', 'needs-total'),
  stage('points for ranks with decimal commas', 3, 'Cách xếp hạng', 'rank-points; points=10,5, 8,5', 'ambiguous-comma'),
  stage('an award without a name', 3, 'Giải thưởng', 'places; places=1', 'required'),
  stage(
    'an award for a round that there is not',
    3,
    'Giải thưởng',
    'best; title=Hay nhất; round=chao-san',
    'unknown-reference',
  ),
  stage('a way of revealing that there is not', 3, 'Cách công bố', 'cuối tuần', 'not-one-of'),
]

/** What is told in another cell than the one that was spoiled. */
const elsewhere: Readonly<Record<string, readonly [string, number, string]>> = {
  'totals cannot be carried over into ranks': ['Vòng thi', 3, 'Điểm mang sang'],
}

export const brokenRules: readonly BrokenWorkbook[] = [...rounds, ...stages].map((broken) => {
  const place = elsewhere[broken.mistake]
  if (place === undefined) return broken
  const spoil = (paper: Paper) => {
    broken.spoil(paper)
    return paper.at(...place)
  }
  return { ...broken, spoil }
})
