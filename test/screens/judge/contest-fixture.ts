/**
 * Entries of the view `judge:gk2` as a hub would publish them: three rounds of very different forms, among them one of twelve criteria
 * with long titles, and a team whose name has fifty characters.
 */

import type { contestEntry, roundEntry, teamEntry } from '@bang-diem/shared/views/entries.ts'
import type { CallEntry, FormEntry, meEntry, OwnSheetEntry } from '@bang-diem/shared/views/judge-entries.ts'
import type * as v from 'valibot'

export type Entries = Readonly<Record<string, unknown>>

type Criterion = FormEntry['criteria'][number]

function criterion(id: string, title: string, max: string, step: string, weight = '1'): Criterion {
  return { id, title, min: '0', max, step, weight, scoredBy: 'judges' }
}

function round(title: string, index: number, maximum: string): v.InferOutput<typeof roundEntry> {
  return { title, stage: 'chung-ket', index, maximum, weight: '1', warnSeconds: [60] }
}

function form(criteria: Criterion[]): FormEntry {
  return { criteria, time: { minimumSeconds: 0, needed: true } }
}

const longTitles = [
  'Bám sát chủ đề, đúng chủ trương, đường lối của Đảng và pháp luật của Nhà nước',
  'Tính chân thực, gần gũi với đời sống của nhân dân địa phương',
  'Kịch bản chặt chẽ, có cao trào, có lối thoát hợp tình hợp lý',
  'Diễn xuất tự nhiên',
  'Lời thoại trong sáng, dễ hiểu, đậm bản sắc',
  'Âm nhạc, đạo cụ',
  'Trang phục',
  'Phối hợp giữa các thành viên',
  'Khả năng vận dụng vào thực tế công tác dân vận',
  'Sức lan tỏa và tương tác với khán giả',
  'Sáng tạo',
  'Bảo đảm thời gian',
]

const contest: v.InferOutput<typeof contestEntry> = {
  id: 'hoi-thi',
  title: 'Hội thi “Dân vận khéo” tỉnh Đắk Lắk',
  edition: 'lần thứ IV – năm 2026',
  language: 'vi',
}

const teams: Record<string, v.InferOutput<typeof teamEntry>> = {
  'ea-ngai': { name: 'Đảng bộ xã Ea Ngai', shortName: 'Ea Ngai', index: 0 },
  'lien-quan': { name: 'Liên quân Đoàn Công an huyện và các chi đoàn cơ sở', shortName: 'Liên quân Công an', index: 1 },
  'tay-dang': { name: 'Thị trấn Tây Đằng', index: 2 },
}

const rounds = {
  'chao-hoi': round('Màn chào hỏi', 0, '20'),
  'tinh-huong': round('Xử lý tình huống', 1, '100'),
  'tieu-pham': round('Tiểu phẩm', 2, '120'),
}

const forms = {
  'chao-hoi': form([
    criterion('noi-dung', 'Nội dung giới thiệu', '10', '0.25'),
    criterion('hinh-thuc', 'Hình thức thể hiện', '5', '0.25'),
    criterion('sang-tao', 'Tính sáng tạo', '5', '0.5'),
    { ...criterion('trac-nghiem', 'Trắc nghiệm', '30', '2'), scoredBy: 'secretary' },
  ]),
  'tinh-huong': form([
    criterion('tra-loi', 'Trả lời tình huống', '100', '1', '0.8'),
    { ...criterion('phong-thai', 'Phong thái', '10', '0.5', '2'), min: '6' },
  ]),
  'tieu-pham': form(longTitles.map((title, index) => criterion(`tc${index + 1}`, title, '10', '0.25'))),
}

export const me: v.InferOutput<typeof meEntry> = { judge: 'gk2', name: 'Nguyễn Thị Hồng Lan', head: false }

/** What is there before the MC calls anybody. */
export const quiet: Entries = {
  contest,
  me,
  count: { submitted: 0, total: 9 },
  ...keyed('team', teams),
  ...keyed('round', rounds),
  ...keyed('form', forms),
}

export function call(roundId: string, team: string, step: CallEntry['step']): Entries {
  return { call: { round: roundId, team, step } satisfies CallEntry }
}

export function sheet(roundId: string, team: string, entry: Partial<OwnSheetEntry> = {}): Entries {
  return { [`sheet/${roundId}/${team}`]: { status: 'open', revision: 0, ...entry } satisfies OwnSheetEntry }
}

function keyed(kind: string, values: Readonly<Record<string, unknown>>): Entries {
  return Object.fromEntries(Object.entries(values).map(([id, value]) => [`${kind}/${id}`, value]))
}
