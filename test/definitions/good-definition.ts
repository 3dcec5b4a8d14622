/** A definition in order that uses a bit of everything, for spoiling one place of it at a time. */
import { type Definition, type DefinitionInput, parseDefinition } from '@bang-diem/shared/contest/definition.ts'

const teams = ['Ea Ngai', 'Quân sự', 'Tây Đằng', 'Công an', 'Phụ nữ', 'Nông dân'].map((name, at) => ({
  id: `doi-${at + 1}`,
  name: `Đội ${name}`,
  group: at % 2 === 0 ? 'A' : 'B',
}))

const judges = ['Lan', 'Minh', 'Phúc', 'Hạnh', 'Dũng'].map((name, at) => ({
  id: `gk${at + 1}`,
  name: `Giám khảo ${name}`,
  head: at === 0,
}))

const scale = (max: string) => ({ min: '0', max, step: '0.25' })

export const goodInput: DefinitionInput = {
  format: 1,
  id: 'dan-van-kheo-2026',
  title: 'Hội thi “Dân vận khéo”',
  date: '2026-10-14',
  teams,
  judges,
  sessions: [{ id: 'sang', title: 'Buổi sáng', date: '2026-10-14', time: '07:30', round: 'chao-hoi' }],
  stages: [
    {
      id: 'vong-loai',
      title: 'Vòng loại',
      separately: 'group',
      rounds: [
        {
          id: 'chao-hoi',
          title: 'Màn chào hỏi',
          maximum: '20',
          criteria: [
            { id: 'noi-dung', title: 'Nội dung', scale: scale('12') },
            { id: 'hinh-thuc', title: 'Hình thức', scale: scale('8') },
          ],
          combine: { method: 'trimmed-mean', highest: 1, lowest: 1 },
          time: { limitSeconds: 300, minimumSeconds: 120, warnSeconds: [60, 30] },
          overtime: { rule: 'per-minute', points: '1', count: 'full' },
          undertime: { points: '0.5' },
        },
        {
          id: 'kien-thuc',
          title: 'Kiến thức',
          maximum: '30',
          criteria: [
            { id: 'ly-thuyet', title: 'Lý thuyết', scale: scale('15'), scoredBy: 'secretary' },
            { id: 'tinh-huong', title: 'Tình huống', scale: scale('15') },
          ],
          judgeGroups: [
            { id: 'chuyen-mon', judges: ['gk1', 'gk2', 'gk3'] },
            { id: 'khan-gia', judges: ['gk4', 'gk5'] },
          ],
          outliers: { rule: 'drop', limit: '10%' },
        },
      ],
      tieBreaks: [{ by: 'round', round: 'kien-thuc' }, { by: 'head-judge' }, { by: 'decision' }],
    },
    {
      id: 'chung-ket',
      title: 'Chung kết',
      entrants: { from: 'vong-loai', best: 2, perGroup: true },
      carryOver: [{ stage: 'vong-loai', weight: '0.3' }],
      ownWeight: '0.7',
      rounds: [
        {
          id: 'tieu-pham',
          title: 'Tiểu phẩm',
          maximum: '50',
          criteria: [
            { id: 'chu-de', title: 'Chủ đề', scale: scale('30') },
            { id: 'dien-xuat', title: 'Diễn xuất', scale: scale('20') },
          ],
          factor: { title: 'độ khó', min: '1', max: '1.5' },
        },
        {
          id: 'ung-xu',
          title: 'Ứng xử',
          maximum: '50',
          panel: ['gk1', 'gk2', 'gk3'],
          criteria: [{ id: 'tra-loi', title: 'Trả lời', scale: scale('50') }],
        },
      ],
      rounding: [{ at: 'total', decimals: 2 }],
      tieBreaks: [{ by: 'criterion', round: 'tieu-pham', criterion: 'chu-de' }, { by: 'lot' }],
      reveal: 'ceremony',
      awards: [
        { title: 'Giải Nhất', places: 1 },
        { by: 'best', title: 'Tiểu phẩm hay nhất', round: 'tieu-pham' },
      ],
    },
  ],
}

/** With every default filled in. */
export function goodDefinition(): Definition {
  const parsed = parseDefinition(goodInput)
  if (!parsed.ok) throw new Error(`the good definition is in order: ${JSON.stringify(parsed.problems)}`)
  return parsed.definition
}
