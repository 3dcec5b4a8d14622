/** The contest in the pictures: the usual regulation with people's names, a script of likely marks, and one team that takes too long. */
import { type Definition, parseDefinition } from '@bang-diem/shared/contest/definition.ts'
import { danVanKheo } from '@bang-diem/shared/contest/presets/dan-van-kheo.ts'
import { RobotShow } from '../../e2e/robot-show.ts'
import type { Venue } from '../../e2e/venue.ts'
import { likelyScript } from '../../robot/likely-script.ts'
import type { Script } from '../../robot/script.ts'

const jury = ['Nguyễn Thị Lan', 'Trần Văn Minh', 'Y Thuyên Niê', 'Lê Thị Hồng Hạnh', 'Phạm Quốc Bảo']

export function pictured(id: string): Definition {
  const { definition } = danVanKheo
  const judges = definition.judges.map((judge, at) => ({ ...judge, name: jury[at] ?? judge.name }))
  const parsed = parseDefinition({ ...definition, id, judges, edition: 'lần thứ IV – năm 2026', date: '2026-10-14' })
  if (!parsed.ok) throw new Error(`the preset is refused: ${JSON.stringify(parsed.problems)}`)
  return parsed.definition
}

/** The first team is 75 s over its time in the first round, so that a deduction is seen. */
export function script(definition: Definition): Script {
  const likely = likelyScript(definition, 7)
  const [late] = definition.teams
  return {
    ...likely,
    seconds: (round, team) => (round === 'chao-hoi' && team === late?.id ? 375 : likely.seconds(round, team)),
  }
}

export function showOf(venue: Venue, id: string): Promise<RobotShow> {
  const definition = pictured(id)
  return RobotShow.prepare(venue, definition, script(definition))
}
