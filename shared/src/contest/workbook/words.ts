/**
 * What a workbook calls its sheets, columns and values, in both languages. Only for people: what has no words here stands under its name in
 * the definition, and that name is understood everywhere as well.
 */
import type { Wording } from '../../scoring/wording.ts'
import { letterheadTitles } from '../letterheads.ts'
import { sameWord } from './cells.ts'

export type SheetKey = 'contest' | 'teams' | 'judges' | 'stages' | 'rounds' | 'criteria'

export const sheetNames: Readonly<Record<SheetKey | 'guide', Wording>> = {
  guide: { vi: 'Hướng dẫn', en: 'Guide' },
  contest: { vi: 'Hội thi', en: 'Contest' },
  teams: { vi: 'Đội thi', en: 'Teams' },
  judges: { vi: 'Giám khảo', en: 'Judges' },
  stages: { vi: 'Vòng thi', en: 'Stages' },
  rounds: { vi: 'Phần thi', en: 'Rounds' },
  criteria: { vi: 'Tiêu chí', en: 'Criteria' },
}

/** A column of this name belongs to whoever writes the workbook, and is not read. */
export const noteHeading: Wording = { vi: 'Ghi chú', en: 'Note' }

/** Above the two columns of the contest's sheet. */
export const contestHeadings: readonly [Wording, Wording] = [
  { vi: 'Mục', en: 'Field' },
  { vi: 'Nội dung', en: 'Content' },
]

const both = (vi: string, en: string): Wording => ({ vi, en })

/** By sheet and by path in it, then by path alone. */
const headings: Readonly<Record<string, Wording>> = {
  id: both('Mã', 'Id'),
  title: both('Tên', 'Title'),
  name: both('Tên', 'Name'),
  weight: both('Hệ số', 'Weight'),
  'contest.id': both('Mã hội thi', 'Contest id'),
  'contest.title': both('Tên hội thi', 'Contest title'),
  'contest.edition': both('Lần tổ chức', 'Edition'),
  'contest.organiser': both('Đơn vị tổ chức', 'Organiser'),
  'contest.venue': both('Địa điểm', 'Venue'),
  'contest.date': both('Ngày thi', 'Date'),
  'contest.language': both('Ngôn ngữ', 'Language'),
  'contest.sessions': both('Buổi thi', 'Session'),
  'contest.papers.letterhead': both('Mẫu văn bản', 'Letterhead'),
  'contest.papers.parent': both('Cơ quan cấp trên', 'Parent body'),
  'contest.papers.issuer': both('Cơ quan ban hành', 'Issuer'),
  'contest.papers.right': both('Dòng bên phải', 'Line at the right'),
  'contest.papers.place': both('Địa danh', 'Place of issue'),
  'contest.papers.symbol': both('Ký hiệu', 'Symbol'),
  'contest.papers.secretary': both('Tổ trưởng Tổ thư ký', 'Head secretary'),
  'contest.papers.chair': both('Trưởng Ban Tổ chức', 'Head of the organisers'),
  'teams.name': both('Tên đội', 'Team'),
  'teams.shortName': both('Tên ngắn', 'Short name'),
  'teams.unit': both('Đơn vị', 'Unit'),
  'teams.group': both('Bảng', 'Group'),
  'teams.category': both('Hạng mục', 'Category'),
  'judges.name': both('Họ và tên', 'Judge'),
  'judges.title': both('Chức danh', 'Title'),
  'judges.head': both('Trưởng ban', 'Head judge'),
  'stages.title': both('Tên vòng thi', 'Stage title'),
  'stages.entrants': both('Đội dự thi', 'Entrants'),
  'stages.carryOver': both('Điểm mang sang', 'Carried over'),
  'stages.ownWeight': both('Hệ số của vòng', 'Own weight'),
  'stages.separately': both('Xếp hạng riêng', 'Ranked separately'),
  'stages.attempts': both('Lượt thi', 'Attempts'),
  'stages.placing': both('Cách xếp hạng', 'Placing'),
  'stages.rounding': both('Làm tròn', 'Rounding'),
  'stages.compare': both('So sánh điểm', 'Compare'),
  'stages.ranking': both('Đồng hạng', 'Shared ranks'),
  'stages.tieBreaks': both('Phân định bằng điểm', 'Tie-breaks'),
  'stages.reveal': both('Cách công bố', 'Reveal'),
  'stages.awards': both('Giải thưởng', 'Awards'),
  'rounds.stage': both('Vòng thi', 'Stage'),
  'rounds.title': both('Tên phần thi', 'Round title'),
  'rounds.maximum': both('Điểm tối đa', 'Maximum'),
  'rounds.panel': both('Ban giám khảo', 'Panel'),
  'rounds.order': both('Thứ tự dự thi', 'Order'),
  'rounds.judgeGroups': both('Nhóm giám khảo', 'Judge groups'),
  'rounds.combine': both('Cách tính điểm', 'Combine'),
  'rounds.outliers': both('Điểm lệch', 'Outliers'),
  'rounds.factor.title': both('Tên hệ số độ khó', 'Factor title'),
  'rounds.factor.min': both('Hệ số độ khó từ', 'Factor from'),
  'rounds.factor.max': both('Hệ số độ khó đến', 'Factor to'),
  'rounds.time.limitSeconds': both('Thời gian quy định (giây)', 'Time limit (seconds)'),
  'rounds.time.minimumSeconds': both('Thời gian tối thiểu (giây)', 'Minimum time (seconds)'),
  'rounds.time.warnSeconds': both('Báo khi còn (giây)', 'Warn at (seconds left)'),
  'rounds.overtime': both('Quá giờ', 'Overtime'),
  'rounds.undertime.points': both('Trừ khi thiếu giờ (điểm)', 'Undertime deduction'),
  'criteria.round': both('Phần thi', 'Round'),
  'criteria.title': both('Tên tiêu chí', 'Criterion'),
  'criteria.scale.min': both('Điểm thấp nhất', 'Lowest mark'),
  'criteria.scale.max': both('Điểm cao nhất', 'Highest mark'),
  'criteria.scale.step': both('Bước điểm', 'Step'),
  'criteria.scoredBy': both('Người chấm', 'Scored by'),
}

/** What stands above a column, or beside a field of the contest. */
export function headingOf(sheet: SheetKey, path: string): Wording {
  return headings[`${sheet}.${path}`] ?? headings[path] ?? both(path, path)
}

/** Words of values that are chosen from a short list. */
const optionWords: Readonly<Record<string, Wording>> = {
  all: both('tất cả', 'all'),
  judges: both('giám khảo', 'judges'),
  secretary: both('thư ký', 'secretary'),
  listed: both('theo danh sách', 'as listed'),
  drawn: both('bốc thăm', 'drawn'),
  live: both('công bố ngay', 'live'),
  'after-team': both('sau từng đội', 'after each team'),
  'after-round': both('sau từng phần thi', 'after each round'),
  ceremony: both('ở lễ tổng kết', 'at the ceremony'),
  rounded: both('điểm đã làm tròn', 'as rounded'),
  exact: both('điểm chính xác', 'exact'),
  standard: both('1-2-2-4', '1-2-2-4'),
  dense: both('1-2-2-3', '1-2-2-3'),
  group: both('theo bảng', 'by group'),
  category: both('theo hạng mục', 'by category'),
  ...letterheadTitles,
}

export function optionWord(option: string): Wording {
  return optionWords[option] ?? both(option, option)
}

/** The option that a word stands for, by its own name or its words; undefined for any other word. */
export function optionCalled(word: string, options: readonly string[]): string | undefined {
  const called = sameWord(word)
  return (
    options.find((option) => option === called) ??
    options.find((option) => Object.values(optionWord(option)).some((own) => sameWord(own) === called))
  )
}

export const yes: Wording = { vi: 'có', en: 'yes' }
export const no: Wording = { vi: 'không', en: 'no' }
const yesWords = new Set([yes.vi, yes.en, 'x', '✓', 'true', 'đúng', '1'])
const noWords = new Set([no.vi, no.en, 'false', 'sai', '0', '-'])

/** True, false, or undefined for a word that is neither. */
export function yesOrNo(word: string): boolean | undefined {
  const called = sameWord(word)
  if (yesWords.has(called)) return true
  return noWords.has(called) ? false : undefined
}

/** True when the text is the thing's name in one of the languages. */
export function isCalled(text: string, name: Wording): boolean {
  return [name.vi, name.en].some((own) => sameWord(own) === sameWord(text))
}
