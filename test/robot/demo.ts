/**
 * `npm start -- --demo`: opens a contest and plays it at a pace that people can follow, then opens the next. A real client of the
 * public protocol, in a process of its own; the hub does not know that it is a robot.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { parseDefinition } from '@bang-diem/shared/contest/definition.ts'
import { danVanKheo } from '@bang-diem/shared/contest/presets/dan-van-kheo.ts'
import { type Created, createContest } from './api.ts'
import { castFor } from './cast.ts'
import { likelyScript } from './likely-script.ts'
import { play } from './play.ts'

const tempo = { cue: 4000, mark: 900 }
/** The hall looks at the final table before the next contest begins. */
const restMs = 60_000
/** How long a visitor who took a seat has it alone. */
const giveWayMs = 8000

const judgeNames = ['Nguyễn Thị Lan', 'Trần Văn Minh', 'Y Thuyên Niê', 'Lê Thị Hồng Hạnh', 'Phạm Quốc Bảo']

async function demonstrate(hub: string, key: string, round: number): Promise<void> {
  const judges = danVanKheo.definition.judges.map((judge, index) => ({
    ...judge,
    name: judgeNames[index] ?? judge.name,
  }))
  const id = `trinh-dien-${Date.now().toString(36)}`
  const parsed = parseDefinition({ ...danVanKheo.definition, id, judges, edition: 'trình diễn' })
  if (!parsed.ok) throw new Error(`the demo's definition is refused: ${JSON.stringify(parsed.problems)}`)
  const created = await createContest(hub, key, parsed.definition)
  tell(created)
  const cast = await castFor(hub, parsed.definition, created)
  const script = likelyScript(parsed.definition, round)
  // A visitor may open any link and press anything: the robot gives way for a while and then goes on from there.
  const onRefused = async () => {
    await pause(giveWayMs)
    await cast.takeSeatsBack()
  }
  await play({ definition: parsed.definition, cast, script, tempo, onRefused })
  await pause(restMs)
  cast.close()
}

function tell({ links }: Created): void {
  const [phone] = Object.values(links.judges)
  console.info(
    [
      '',
      '  Hội thi trình diễn đang tự chạy. Mở các trang này để xem · A contest plays by itself; open these to watch:',
      `  Màn chiếu · Projector:   ${links.display}`,
      `  MC:                      ${links.mc}`,
      `  Tổ thư ký · Secretary:   ${links.secretary}`,
      `  Giám khảo · A judge:     ${phone ?? ''}`,
      '',
    ].join('\n'),
  )
}

const { values } = parseArgs({ options: { hub: { type: 'string' } } })
const hub = values.hub ?? process.env.ROBOT_HUB
const key = process.env.ROBOT_ORGANISER_KEY
if (hub === undefined || key === undefined) throw new Error('the robot needs --hub and ROBOT_ORGANISER_KEY')
process.on('disconnect', () => process.exit(0))
for (let round = 1; ; round++) await demonstrate(hub, key, round)
