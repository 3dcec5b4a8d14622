/**
 * A district's contest, made to be followed by hand: a preliminary in two groups, with a tie across the cut, and a final, with a tie at the top.
 * The figures stand here as they were worked out on paper; nothing here is computed by the engine.
 *
 * Preliminary, mean of three judges, two decimals: a1 18,50 · a2 17,17 · a3 15,17; b1 18,50 · b2 17,17 · b3 14,17. The best of each group come on,
 * and the best of the others, for which a2 and b2 are equal. The final is its own round and half of the preliminary: b1 and a1
 * 26,17 + 9,25 = 35,42; b2 24,08 + 8,585 = 32,665, which is 32,67.
 */
import type { DefinitionInput } from '@bang-diem/shared/contest/definition.ts'

export const judges = ['gk1', 'gk2', 'gk3'] as const
type Marks = readonly [string, string, string]

const names: Readonly<Record<string, string>> = {
  a1: 'Đội Dân vận khéo xã Đông Hải',
  a2: 'Đội tuyên truyền viên liên phường Quang Trung – Nguyễn Huệ',
  a3: 'Đội xã Vĩnh Lộc',
  b1: 'Đội thị trấn Yên Thế',
  b2: 'Đội Ban Chỉ huy Quân sự huyện',
  b3: 'Đội xã Tân Lập',
}

export const nameOf = (team: string): string => names[team] ?? team

export const preliminary = { stage: 'vong-loai', round: 'chao-hoi', title: 'Chào hỏi' } as const
export const final = { stage: 'chung-ket', round: 'tieu-pham', title: 'Tiểu phẩm' } as const

/** By round and team, judge by judge. */
export const marks: Readonly<Record<string, Readonly<Record<string, Marks>>>> = {
  'chao-hoi': {
    a1: ['18', '18.5', '19'],
    a2: ['17', '17', '17.5'],
    a3: ['15', '15.5', '15'],
    b1: ['18.25', '18.75', '18.5'],
    b2: ['17.5', '17', '17'],
    b3: ['14', '14', '14.5'],
  },
  'tieu-pham': {
    a1: ['26', '26.5', '26'],
    b1: ['26.5', '26', '26'],
    b2: ['24', '24', '24.25'],
  },
}

export const scores: Readonly<Record<string, string>> = {
  'chao-hoi/a1': '18,50',
  'chao-hoi/a2': '17,17',
  'chao-hoi/a3': '15,17',
  'chao-hoi/b1': '18,50',
  'chao-hoi/b2': '17,17',
  'chao-hoi/b3': '14,17',
  'tieu-pham/a1': '26,17',
  'tieu-pham/b1': '26,17',
  'tieu-pham/b2': '24,08',
}

/** Equal across the cut; in the order that the head judge decides on, of whom one comes on. */
export const tiedAtCut = ['b2', 'a2'] as const
export const finalists = ['a1', 'b1', 'b2'] as const
/** Points in the tie-break question of those who are equal at the top. */
export const question = { b1: '9.5', a1: '9' } as const

export const finalTable = [
  { team: 'b1', rank: '1', total: '35,42' },
  { team: 'a1', rank: '2', total: '35,42' },
  { team: 'b2', rank: '3', total: '32,67' },
] as const

export const definition = {
  format: 1,
  id: 'huyen-yen-the',
  title: 'Hội thi Dân vận khéo huyện Yên Thế',
  organiser: 'Ban Dân vận Huyện ủy Yên Thế',
  teams: Object.entries(names).map(([id, name]) => ({ id, name, group: id.startsWith('a') ? 'A' : 'B' })),
  judges: judges.map((id, at) => ({ id, name: `Giám khảo ${at + 1}`, head: at === 0 })),
  sessions: [
    { id: 'buoi-sang', title: 'Buổi sáng: Vòng loại', time: '07:30', round: 'chao-hoi' },
    { id: 'buoi-chieu', title: 'Buổi chiều: Chung kết', time: '14:00', round: 'tieu-pham' },
  ],
  stages: [
    {
      id: preliminary.stage,
      title: 'Vòng loại',
      separately: 'group',
      rounds: [roundOf(preliminary.round, preliminary.title, '20')],
    },
    {
      id: final.stage,
      title: 'Chung kết xếp hạng',
      entrants: { from: preliminary.stage, best: 1, perGroup: true, andBestOthers: 1 },
      carryOver: [{ stage: preliminary.stage, weight: '0.5' }],
      rounds: [roundOf(final.round, final.title, '30')],
      tieBreaks: [{ by: 'question', question: 'cau-hoi-phu', maximum: '10' }],
      reveal: 'ceremony',
    },
  ],
} as const satisfies DefinitionInput

function roundOf(id: string, title: string, max: string) {
  return { id, title, maximum: max, criteria: [{ id: 'chung', title: 'Chung', scale: { max, step: '0.25' } }] }
}
