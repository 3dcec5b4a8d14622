/**
 * Entries of the view `hall` as a hub would publish them: a contest of six teams and three rounds with a tie that a round decided,
 * a shared rank and deductions, and one of thirty teams with names of fifty characters. Every figure is written out by hand.
 */
import type { Scene } from '@bang-diem/shared/ledger/reveals.ts'
import type { contestEntry, roundEntry, stageEntry, teamEntry } from '@bang-diem/shared/views/entries.ts'
import type { rowEntry, scoreEntry } from '@bang-diem/shared/views/hall-entries.ts'
import type * as v from 'valibot'

export type Entries = Readonly<Record<string, unknown>>
type Contest = v.InferOutput<typeof contestEntry>
type Team = v.InferOutput<typeof teamEntry>
type Round = v.InferOutput<typeof roundEntry>
type Stage = v.InferOutput<typeof stageEntry>
export type Row = v.InferOutput<typeof rowEntry>
export type Score = v.InferOutput<typeof scoreEntry>

export const STAGE = 'chung-ket'

const contest: Contest = {
  id: 'dan-van-kheo',
  title: 'Hội thi “Dân vận khéo” tỉnh Đắk Lắk',
  edition: 'lần thứ IV – năm 2026',
  organiser: 'Ban Dân vận Tỉnh ủy',
  venue: 'Hội trường 30 tháng 4',
  date: '2026-10-14',
  language: 'vi',
}

const stage: Stage = {
  title: 'Chung kết xếp hạng',
  index: 0,
  rounds: ['chao-hoi', 'kien-thuc', 'tieu-pham'],
  decimals: 2,
  reveal: 'after-team',
  lowerWins: false,
  awards: [],
  maximum: '100',
}

function round(title: string, index: number, maximum: string, limitSeconds?: number): Round {
  return { title, stage: STAGE, index, maximum, weight: '1', warnSeconds: [60], ...(limitSeconds && { limitSeconds }) }
}

const rounds: Record<string, Round> = {
  'chao-hoi': round('Màn chào hỏi', 0, '20', 300),
  'kien-thuc': round('Kiến thức', 1, '30'),
  'tieu-pham': round('Tiểu phẩm', 2, '50', 600),
}

const sixTeams: Record<string, Team> = {
  'ea-ngai': { name: 'Đảng bộ xã Ea Ngai', shortName: 'Ea Ngai', unit: 'Xã Ea Ngai', index: 0 },
  'quan-su': { name: 'Đảng ủy Quân sự tỉnh', shortName: 'Quân sự tỉnh', index: 1 },
  'tay-dang': { name: 'Thị trấn Tây Đằng', unit: 'Huyện Ba Vì', index: 2 },
  'lien-quan': {
    name: 'Liên quân Đoàn Công an huyện và các chi đoàn cơ sở',
    shortName: 'Liên quân Công an',
    unit: 'Đoàn Thanh niên Công an',
    index: 3,
  },
  'buon-ho': { name: 'Đảng bộ phường Buôn Hồ', shortName: 'Buôn Hồ', index: 4 },
  'cu-mgar': { name: 'Đảng bộ xã Cư M’gar', shortName: 'Cư M’gar', index: 5 },
}
export const SIX = Object.keys(sixTeams)

const thirtyTeams = Object.fromEntries(
  Array.from({ length: 30 }, (_, index): [string, Team] => {
    const number = String(index + 1).padStart(2, '0')
    const name = `Liên quân Đoàn Công an xã và các chi đoàn cơ sở ${number}`
    return [`doi-${number}`, { name, index, ...(index % 3 !== 0 && { shortName: `Liên quân Công an ${number}` }) }]
  }),
)
export const THIRTY = Object.keys(thirtyTeams)

function setUp(teams: Record<string, Team>): Entries {
  const prefixed = (kind: string, entries: Record<string, unknown>): [string, unknown][] =>
    Object.entries(entries).map(([id, entry]) => [`${kind}/${id}`, entry])
  return Object.fromEntries<unknown>([
    ['contest', contest],
    [`stage/${STAGE}`, stage],
    ...prefixed('round', rounds),
    ...prefixed('team', teams),
  ])
}

export const sixSetUp = setUp(sixTeams)
export const thirtySetUp = setUp(thirtyTeams)

export function onAir(scene: Scene): Entries {
  return { scene }
}

export function scores(list: readonly Score[]): Entries {
  return Object.fromEntries(list.map((score) => [`score/${score.round}/${score.team}`, score]))
}

export function rows(list: readonly Row[]): Entries {
  return Object.fromEntries(list.map((row) => [`row/${row.stage}/${row.team}`, row]))
}

export function score(round: string, team: string, points: string | null, more: Partial<Score> = {}): Score {
  return { round, team, score: points, deductions: [], bonuses: [], ...more }
}

export function row(
  team: string,
  rank: number | null,
  total: string | null,
  rounds: Row['rounds'],
  more: Partial<Row> = {},
): Row {
  return { stage: STAGE, team, rank, total, rounds, decidedBy: null, certified: false, ...more }
}

export const greetings: readonly Score[] = [
  score('chao-hoi', 'ea-ngai', '17.75', { rank: 1 }),
  score('chao-hoi', 'quan-su', '17.05', { rank: 2 }),
  score('chao-hoi', 'tay-dang', '16.75', { rank: 3, deductions: [{ kind: 'overtime', points: '2.00', seconds: 130 }] }),
  score('chao-hoi', 'buon-ho', '16.75', { rank: 3 }),
  score('chao-hoi', 'lien-quan', '16.19', { rank: 5 }),
  score('chao-hoi', 'cu-mgar', null, { rank: null }),
]

export const afterGreetings: readonly Row[] = [
  row('ea-ngai', 1, '17.75', { 'chao-hoi': '17.75' }),
  row('quan-su', 2, '17.05', { 'chao-hoi': '17.05' }),
  row('tay-dang', 3, '16.75', { 'chao-hoi': '16.75' }),
  row('buon-ho', 3, '16.75', { 'chao-hoi': '16.75' }),
  row('lien-quan', 5, '16.19', { 'chao-hoi': '16.19' }),
  row('cu-mgar', null, null, {}),
]

export const afterKnowledge: readonly Row[] = [
  row('quan-su', 1, '44.05', { 'chao-hoi': '17.05', 'kien-thuc': '27.00' }),
  row('ea-ngai', 2, '41.75', { 'chao-hoi': '17.75', 'kien-thuc': '24.00' }),
  row('buon-ho', 3, '40.75', { 'chao-hoi': '16.75', 'kien-thuc': '24.00' }),
  row('lien-quan', 4, '40.19', { 'chao-hoi': '16.19', 'kien-thuc': '24.00' }),
  row('cu-mgar', 4, '40.19', { 'chao-hoi': '16.19', 'kien-thuc': '24.00' }),
  row('tay-dang', 6, '37.75', { 'chao-hoi': '16.75', 'kien-thuc': '21.00' }),
]

const bySkit = { decidedBy: { rule: 'round', round: 'tieu-pham' }, certified: true }
const certified = { certified: true }

/** Best first. */
export const finalRows: readonly Row[] = [
  row('buon-ho', 1, '86.75', { 'chao-hoi': '16.75', 'kien-thuc': '24.00', 'tieu-pham': '46.00' }, bySkit),
  row('ea-ngai', 2, '86.75', { 'chao-hoi': '17.75', 'kien-thuc': '24.00', 'tieu-pham': '45.00' }, certified),
  row('quan-su', 3, '84.85', { 'chao-hoi': '17.05', 'kien-thuc': '27.00', 'tieu-pham': '40.80' }, certified),
  row('tay-dang', 4, '84.75', { 'chao-hoi': '16.75', 'kien-thuc': '21.00', 'tieu-pham': '47.00' }, certified),
  row('lien-quan', 5, '81.44', { 'chao-hoi': '16.19', 'kien-thuc': '24.00', 'tieu-pham': '41.25' }, certified),
  row('cu-mgar', 5, '81.44', { 'chao-hoi': '16.19', 'kien-thuc': '24.00', 'tieu-pham': '41.25' }, certified),
]

/** Best first; hundredths apart, so that a lost digit would show. */
export const thirtyRows: readonly Row[] = THIRTY.map((team, index) => {
  const skit = `${(4800 - index * 37) / 100}`.padEnd(5, '0')
  const total = ((9525 - index * 37) / 100).toFixed(2)
  return row(team, index + 1, total, { 'chao-hoi': '19.25', 'kien-thuc': '28.00', 'tieu-pham': skit }, certified)
})
