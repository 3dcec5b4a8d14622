/**
 * Entries of the view `hall` where stages follow each other: a preliminary whose two groups are ranked by themselves, with thirty teams and
 * with twelve, a final whose places come from ranks, sessions and awards. Every figure is written out by hand.
 */

import type { sessionEntry, stageEntry, teamEntry } from '@bang-diem/shared/views/entries.ts'
import type { awardEntry } from '@bang-diem/shared/views/hall-entries.ts'
import type * as v from 'valibot'
import { type Entries, type Row, row, sixSetUp } from './fixtures.ts'

type Team = v.InferOutput<typeof teamEntry>
type Stage = v.InferOutput<typeof stageEntry>
type Award = v.InferOutput<typeof awardEntry>
type Session = v.InferOutput<typeof sessionEntry>

export const GROUPS = 'vong-loai'
export const RANKS = 'chung-ket-hang'
/** The longest name that was seen in print, of a team without a short one. */
export const LONGEST = 'Đội tuyển Dân vận khéo xã Đông Hải – Liên phường Quang Trung Nguyễn Huệ'

const names: readonly Pick<Team, 'name' | 'shortName' | 'unit'>[] = [
  { name: 'Đảng bộ xã Ea Ngai', shortName: 'Ea Ngai' },
  { name: LONGEST },
  { name: 'Thị trấn Tây Đằng', shortName: 'Tây Đằng', unit: 'Huyện Ba Vì' },
  { name: 'Liên quân Đoàn Công an huyện và các chi đoàn cơ sở', shortName: 'Liên quân Công an' },
  { name: 'Đảng bộ phường Buôn Hồ', shortName: 'Buôn Hồ' },
  { name: 'Hội Liên hiệp Phụ nữ huyện Krông Búk', shortName: 'Phụ nữ Krông Búk' },
  { name: 'Hội Nông dân xã Cư Pơng', shortName: 'Nông dân Cư Pơng' },
  { name: 'Đảng ủy Quân sự tỉnh', shortName: 'Quân sự tỉnh' },
  { name: 'Đảng bộ xã Cư M’gar', shortName: 'Cư M’gar' },
  { name: 'Đoàn Thanh niên Cộng sản Hồ Chí Minh thành phố Buôn Ma Thuột', shortName: 'Đoàn Buôn Ma Thuột' },
  { name: 'Đảng bộ xã Ea Drăng', shortName: 'Ea Drăng' },
  { name: 'Ủy ban Mặt trận Tổ quốc Việt Nam huyện Cư Kuin', shortName: 'Mặt trận Cư Kuin' },
]

/** The first half of the teams in group A, the others in B. */
function teamsOf(count: number): Record<string, Team> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index): [string, Team] => {
      const named = names[index % names.length] ?? { name: '' }
      const again = Math.floor(index / names.length)
      const more = again === 0 ? {} : { name: `${named.name} ${again + 1}`, shortName: undefined }
      return [`doi-${index + 1}`, { ...named, ...more, index, group: index < count / 2 ? 'A' : 'B' }]
    }),
  )
}

const stage = {
  rounds: ['so-khao'],
  decimals: 2,
  reveal: 'after-team',
  lowerWins: false,
  awards: [],
  maximum: '100',
} as const
const groupStage: Stage = {
  ...stage,
  title: 'Vòng loại',
  index: 1,
  separately: 'group',
  rounds: ['so-khao'],
  awards: [],
}
const rankStage: Stage = {
  ...stage,
  title: 'Chung kết',
  index: 2,
  rounds: ['hat', 'mua'],
  lowerWins: true,
  awards: [{ id: 'phong-cach', title: 'Giải Phong cách biểu diễn ấn tượng nhất', main: false }],
}

function setUp(count: number): Entries {
  const teams = Object.entries(teamsOf(count)).map(([id, team]): [string, Team] => [`team/${id}`, team])
  const { contest } = sixSetUp
  const round = { stage: RANKS, maximum: '50', weight: '1', warnSeconds: [] }
  return {
    contest,
    [`stage/${GROUPS}`]: groupStage,
    [`stage/${RANKS}`]: rankStage,
    'round/so-khao': { ...round, title: 'Sơ khảo', stage: GROUPS, index: 0, maximum: '100' },
    'round/hat': { ...round, title: 'Hát dân ca', index: 1 },
    'round/mua': { ...round, title: 'Múa xoang', index: 2 },
    ...Object.fromEntries(teams),
  }
}

export const twelveSetUp = setUp(12)
export const thirtyGroupedSetUp = setUp(30)

const groupPlaces = { certified: true } as const

function inGroup(
  team: number,
  category: string,
  rank: number | null,
  total: string | null,
  more: Partial<Row> = {},
): Row {
  const rounds: Row['rounds'] = total === null ? {} : { 'so-khao': total }
  return row(`doi-${team}`, rank, total, rounds, { stage: GROUPS, category, ...groupPlaces, ...more })
}

/** Best first in each group: a rank that two share, one that lots decided, awards, and a team that was disqualified. */
export const groupRows: readonly Row[] = [
  inGroup(2, 'A', 1, '92.25', { award: 'Giải Nhất' }),
  inGroup(1, 'A', 2, '91.75', { award: 'Giải Nhì' }),
  inGroup(4, 'A', 3, '88.00', { award: 'Giải Ba' }),
  inGroup(5, 'A', 3, '88.00', { award: 'Giải Ba' }),
  inGroup(3, 'A', 5, '85.50', { award: 'Giải Khuyến khích' }),
  inGroup(6, 'A', null, null, { left: 'disqualified' }),
  inGroup(8, 'B', 1, '95.00', { award: 'Giải Nhất' }),
  inGroup(10, 'B', 2, '90.25', { award: 'Giải Nhì', decidedBy: { rule: 'lot' } }),
  inGroup(7, 'B', 3, '90.25', { award: 'Giải Ba' }),
  inGroup(12, 'B', 4, '84.75', { award: 'Giải Khuyến khích' }),
  inGroup(9, 'B', 5, '80.00', { award: 'Giải Khuyến khích' }),
  inGroup(11, 'B', 6, '79.50', { award: 'Giải Khuyến khích' }),
]

/** Fifteen in each group, a quarter of a point apart. */
export const thirtyGroupRows: readonly Row[] = Array.from({ length: 30 }, (_, index) => {
  const place = index % 15
  return inGroup(index + 1, index < 15 ? 'A' : 'B', place + 1, (95 - place * 0.25).toFixed(2))
})

function byRanks(
  team: number,
  rank: number,
  total: string,
  [hat = '', mua = '']: readonly string[],
  more: Partial<Row>,
) {
  return row(`doi-${team}`, rank, total, { hat, mua }, { stage: RANKS, certified: true, ...more })
}

/** The lower total is the better one. */
export const rankRows: readonly Row[] = [
  byRanks(8, 1, '2.00', ['1', '1'], { award: 'Giải Nhất' }),
  byRanks(2, 2, '5.50', ['2.5', '3'], { award: 'Giải Nhì', decidedBy: { rule: 'majority-rounds' } }),
  byRanks(1, 3, '5.50', ['3.5', '2'], { award: 'Giải Ba' }),
  byRanks(10, 4, '9.00', ['5', '4'], { award: 'Giải Ba' }),
  byRanks(7, 5, '11.00', ['6', '5'], { award: 'Giải Khuyến khích' }),
]

export function award(teams: readonly number[]): Entries {
  const entry: Award = {
    stage: RANKS,
    award: 'phong-cach',
    title: 'Giải Phong cách biểu diễn ấn tượng nhất',
    teams: teams.map((team) => `doi-${team}`),
    main: false,
  }
  return { [`award/${RANKS}/phong-cach`]: entry }
}

const afternoon: Session = {
  title: 'Buổi chiều – Phần thi kiến thức và xử lý tình huống',
  date: '2026-10-14',
  time: '13:30',
  index: 0,
}
export const sessions: Entries = { 'session/chieu': afternoon }
