/** Contests of the sizes that the desks must bear: six teams and five judges, and thirty teams with long names and nine judges. */

import { type Definition, parseDefinition } from '@bang-diem/shared/contest/definition.ts'
import { danVanKheo } from '@bang-diem/shared/contest/presets/dan-van-kheo.ts'

function checked(input: unknown): Definition {
  const parsed = parseDefinition(input)
  if (!parsed.ok) throw new Error(`the fixture is no definition: ${JSON.stringify(parsed.problems)}`)
  return parsed.definition
}

const people = [
  'Nguyễn Thị Lan',
  'Trần Văn Minh',
  'Y Bhem Niê',
  'Lê Hoàng Phúc',
  'H’Loan Êban',
  'Phạm Quốc Việt',
  'Đỗ Thị Bích Ngọc',
  'Võ Thành',
  'Hoàng Nguyễn Thị Minh Nguyệt',
]

function panelOf(count: number) {
  return people.slice(0, count).map((name, at) => ({
    id: `gk${at + 1}`,
    name,
    head: at === 0,
    ...(at === 0 ? { title: 'Trưởng Ban Giám khảo' } : {}),
  }))
}

export const smallContest: Definition = checked({
  ...danVanKheo.definition,
  id: 'sau-doi',
  title: 'Hội thi “Dân vận khéo” huyện Krông Búk',
  date: '2026-10-14',
  judges: panelOf(5),
})

/** Names of 50 characters, as published, with and without a short name. */
export const largeContest: Definition = checked({
  ...danVanKheo.definition,
  id: 'ba-muoi-doi',
  title: 'Hội thi “Hòa giải viên giỏi” và “Dân vận khéo” toàn tỉnh',
  teams: Array.from({ length: 30 }, (_, at) => ({
    id: `doi-${at + 1}`,
    name: `Liên quân Đoàn Công an huyện và các chi đoàn số ${String(at + 1).padStart(2, '0')}`,
    ...(at % 3 === 0 ? { shortName: `Công an & chi đoàn ${at + 1}` } : {}),
  })),
  judges: panelOf(9),
})

/** Where the organiser has to stand in for a head judge. */
export const headlessContest: Definition = checked({
  ...danVanKheo.definition,
  id: 'khong-truong-ban',
  judges: panelOf(3).map((judge) => ({ ...judge, head: false })),
})

const longNames = [
  { name: 'Đội tuyển Dân vận khéo xã Đông Hải – Liên phường Quang Trung Nguyễn Huệ' },
  { name: 'Liên quân Đoàn Công an huyện và các chi đoàn cơ sở', shortName: 'Liên quân Công an' },
  { name: 'Đảng bộ xã Ea Ngai', shortName: 'Ea Ngai' },
  { name: 'Hội Liên hiệp Phụ nữ huyện Krông Búk', shortName: 'Phụ nữ Krông Búk' },
]

function oneRound(id: string, title: string, more: object = {}) {
  const criteria = [{ id: 'chung', title: 'Chấm chung', scale: { max: '20', step: '0.25' } }]
  return { id, title, maximum: '20', criteria, ...more }
}

/** A preliminary in two groups of four, a final by the sum of ranks for who comes on, awards, and a session of the afternoon. */
export const twoStageContest: Definition = checked({
  ...danVanKheo.definition,
  id: 'hai-vong',
  title: 'Hội thi “Dân vận khéo” huyện Krông Búk',
  date: '2026-10-14',
  teams: [...longNames, ...longNames].map((team, at) => {
    const group = at < longNames.length ? 'A' : 'B'
    const names = group === 'A' ? team : { name: `${team.name} hai` }
    return { id: `doi-${at + 1}`, ...names, group }
  }),
  judges: panelOf(3),
  sessions: [
    { id: 'chieu', title: 'Buổi chiều – Vòng chung kết', date: '2026-10-14', time: '13:30', round: 'tai-nang' },
  ],
  stages: [
    { id: 'vong-loai', title: 'Vòng loại', separately: 'group', rounds: [oneRound('so-khao', 'Sơ khảo')] },
    {
      id: 'chung-ket',
      title: 'Chung kết',
      entrants: { from: 'vong-loai', best: 1, perGroup: true, andBestOthers: 1 },
      rounds: [oneRound('tai-nang', 'Tài năng'), oneRound('ung-xu', 'Ứng xử')],
      placing: { method: 'placings', of: 'judges' },
      tieBreaks: [{ by: 'lot' }],
      awards: [
        { title: 'Giải Nhất', places: 1 },
        { title: 'Giải Nhì', places: 1 },
        { title: 'Giải Ba', places: 2 },
        { id: 'khan-gia', by: 'picked', title: 'Giải Phong cách được khán giả yêu thích nhất' },
      ],
    },
  ],
})

/** Four teams and a round; equal teams are parted as `tieBreak` says. */
export function tieContest(id: string, tieBreak: object): Definition {
  return checked({
    ...danVanKheo.definition,
    id,
    teams: longNames.map((team, at) => ({ id: `doi-${at + 1}`, ...team })),
    judges: panelOf(3),
    stages: [
      { id: 'chung-ket', title: 'Chung kết', rounds: [oneRound('tai-nang', 'Tài năng')], tieBreaks: [tieBreak] },
    ],
  })
}

/** What is marked is multiplied by a factor that the secretary records for each team. */
export const factorContest: Definition = checked({
  ...danVanKheo.definition,
  id: 'he-so',
  teams: longNames.map((team, at) => ({ id: `doi-${at + 1}`, ...team })),
  judges: panelOf(3),
  stages: [
    {
      id: 'chung-ket',
      title: 'Chung kết',
      rounds: [oneRound('tai-nang', 'Tài năng', { factor: { title: 'Độ khó', min: '1', max: '3.5' } })],
    },
  ],
})
