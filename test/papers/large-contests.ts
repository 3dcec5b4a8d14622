/** Contests as papers must hold them: a usual one and a large one, with names as long as people have them, under each letterhead. */
import { type Definition, type DefinitionInput, parseDefinition } from '@bang-diem/shared/contest/definition.ts'
import type { LetterheadId } from '@bang-diem/shared/contest/letterheads.ts'
import type { Language } from './numbers.ts'

export interface Size {
  readonly teams: number
  readonly judges: number
}

export const sizes: readonly Size[] = [
  { teams: 6, judges: 5 },
  { teams: 30, judges: 9 },
]

/** With a letter behind them fifty signs, as the names of villages and their associations are. */
const teamNames = [
  'Đội Dân vận khéo phường Nguyễn Thị Minh Khai, khối',
  'Liên đội Ấp Bình Minh, Thị trấn Vĩnh Thuận Đông, ấp',
  'Hội Phụ nữ xã Phong Đông và Hội Nông dân xã Bình, tổ',
].map((name) => name.slice(0, 48))

const organiser = 'Ban Tổ chức Hội thi “Dân vận khéo” huyện Vĩnh Thuận'

export function largeContest(size: Size, letterhead: LetterheadId, language: Language): Definition {
  const teams = Array.from({ length: size.teams }, (_, index) => ({
    id: `t${index + 1}`,
    name: `${teamNames[index % teamNames.length]} ${String.fromCharCode(65 + Math.floor(index / teamNames.length))}`,
    shortName: `Đội ${index + 1}`,
    unit: 'Đảng bộ các cơ quan Đảng xã Vĩnh Phong, Vĩnh Thuận',
  }))
  const judges = Array.from({ length: size.judges }, (_, index) => ({
    id: `gk${index + 1}`,
    name: ['Nguyễn Thị Ánh Nguyệt', 'Trần Hữu Nghĩa', 'Công Tằng Tôn Nữ Huyền Trang'][index % 3] ?? '',
    title: 'Phó Trưởng Ban Dân vận Huyện ủy, Phó Trưởng ban',
    head: index === 0,
  }))
  const input: DefinitionInput = {
    format: 1,
    id: `${letterhead}-${language}-${size.teams}`,
    title: 'Hội thi “Dân vận khéo” trong lực lượng cán bộ cơ sở',
    edition: 'lần thứ IV, năm 2026',
    organiser,
    venue: 'Hội trường Trung tâm Văn hóa – Thể thao huyện Vĩnh Thuận',
    date: '2026-10-14',
    language,
    teams,
    judges,
    stages: [stageOf()],
    papers: {
      letterhead,
      parent: 'Ban Chấp hành Đảng bộ tỉnh An Giang nhiệm kỳ 2025 – 2030',
      issuer: organiser,
      place: 'Vĩnh Thuận',
      secretary: 'Lê Thị Cẩm Nhung',
      chair: 'Huỳnh Công Trực',
    },
  }
  const parsed = parseDefinition(input)
  if (!parsed.ok) throw new Error(`the large contest is not in order: ${JSON.stringify(parsed.problems)}`)
  return parsed.definition
}

function stageOf(): DefinitionInput['stages'][number] {
  const criterion = (id: string, title: string, max: string) => ({ id, title, scale: { max, step: '0.25' } })
  return {
    id: 'chung-ket',
    title: 'Chung kết',
    rounds: [
      {
        id: 'chao-hoi',
        title: 'Chào hỏi, giới thiệu',
        maximum: '20',
        criteria: [
          criterion('noi-dung', 'Nội dung đúng chủ đề, nêu được kết quả của mô hình “Dân vận khéo” ở cơ sở', '10'),
          criterion('hinh-thuc', 'Hình thức thể hiện, trang phục, sự phối hợp giữa các thành viên', '5'),
          criterion('sang-tao', 'Sáng tạo', '5'),
        ],
        combine: { method: 'trimmed-mean', highest: 1, lowest: 1 },
        time: { limitSeconds: 300 },
        overtime: { rule: 'per-minute', points: '0.5', count: 'started', cap: '2' },
      },
      {
        id: 'kien-thuc',
        title: 'Kiến thức',
        maximum: '40',
        criteria: [
          { ...criterion('trac-nghiem', 'Trắc nghiệm', '10'), scoredBy: 'secretary' },
          criterion('tinh-huong', 'Xử lý tình huống do Ban Giám khảo nêu ra tại chỗ', '30'),
        ],
      },
    ],
    tieBreaks: [{ by: 'round', round: 'chao-hoi' }, { by: 'decision' }],
    awards: [
      { title: 'Giải Nhất', places: 1 },
      { title: 'Giải Nhì', places: 2 },
      { title: 'Giải Ba', places: 2 },
      { id: 'hay', title: 'Giải phần chào hỏi xuất sắc nhất', by: 'best', round: 'chao-hoi' },
    ],
  }
}
