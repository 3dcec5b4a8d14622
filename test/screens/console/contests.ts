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
