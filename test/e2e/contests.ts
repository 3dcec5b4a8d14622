/** Contests made to measure for one test: so many teams, judges and rounds, and nothing else to think of. */
import { type Definition, parseDefinition } from '@bang-diem/shared/contest/definition.ts'
import type { Script } from '../robot/script.ts'

export interface Measure {
  readonly id?: string
  readonly teams: number
  readonly rounds?: number
  readonly judges?: number
  /** The names of the teams; `Đội 1`, `Đội 2`, … by default. */
  readonly nameOf?: (place: number) => string
}

const criteria = [
  { id: 'noi-dung', title: 'Nội dung', scale: { min: '0', max: '10', step: '0.25' } },
  { id: 'hinh-thuc', title: 'Hình thức thể hiện', scale: { min: '0', max: '10', step: '0.25' } },
]

/** Teams `doi-1` …, judges `gk1` … (the first is the head judge), rounds `phan-1` … of 20 points without a clock. */
export function contestOf({ id = 'thu', teams, rounds = 1, judges = 2, nameOf = nameByPlace }: Measure): Definition {
  const parsed = parseDefinition({
    format: 1,
    id,
    title: 'Hội thi “Dân vận khéo” cụm phía Bắc',
    edition: 'lần thứ IV – năm 2026',
    organiser: 'Ban Tổ chức hội thi',
    language: 'vi',
    teams: counted(teams, (place) => ({ id: `doi-${place}`, name: nameOf(place) })),
    judges: counted(judges, (place) => ({ id: `gk${place}`, name: `Giám khảo ${place}`, head: place === 1 })),
    stages: [
      {
        id: 'chung-ket',
        title: 'Chung kết',
        rounds: counted(rounds, (place) => ({ id: `phan-${place}`, title: `Phần ${place}`, maximum: '20', criteria })),
      },
    ],
  })
  if (!parsed.ok) throw new Error(`the contest is not one: ${JSON.stringify(parsed.problems)}`)
  return parsed.definition
}

/** Every judge gives a team the same mark, by its place in the definition and the round's. */
export function evenScript(markOf: (round: number, team: number) => string): Script {
  const number = (id: string) => Number(id.slice(id.lastIndexOf('-') + 1))
  return {
    marks: (round, team) => {
      const mark = markOf(number(round), number(team))
      return { 'noi-dung': mark, 'hinh-thuc': mark }
    },
    tally: () => '0',
    seconds: () => 0,
  }
}

/** The longest names that were ever seen on a programme: 50 characters. */
export function longName(place: number): string {
  return `Liên quân Đoàn Công an huyện và các chi đoàn số ${String(place).padStart(2, '0')}`
}

function nameByPlace(place: number): string {
  return `Đội ${place}`
}

function counted<T>(count: number, make: (place: number) => T): T[] {
  return Array.from({ length: count }, (_, at) => make(at + 1))
}
