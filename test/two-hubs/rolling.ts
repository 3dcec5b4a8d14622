/** A hub is stopped in order under a thousand phones of the audience: how long until everybody is with the other one. */
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import * as v from 'valibot'
import { contestOf } from '../e2e/contests.ts'
import { until } from '../link/real-time.ts'
import { createContest, join } from '../robot/api.ts'
import { reportSchema } from './hall.ts'
import { Hubs, isWith, organiserKey } from './hubs.ts'

const hallProgram = fileURLToPath(new URL('hall.ts', import.meta.url))
const patienceMs = 60_000

export interface Rolling {
  readonly phones: number
  /** Seconds until judges, staff and the stage screen were with the other hub, and until everybody was. */
  readonly attentive: number
  readonly everybody: number
}

export async function rollingRestart(phones: number): Promise<Rolling> {
  const definition = contestOf({ id: 'hai-may', teams: 2, judges: 9 })
  const contest = definition.id
  const hubs = await Hubs.open()
  const hall = openHall()
  try {
    const [first, second] = await Promise.all([hubs.start(), hubs.start()])
    const { links } = await createContest(first.url, organiserKey, definition)
    const sessions = [links.mc, links.secretary, ...Object.values(links.judges)].map((link) => join(first.url, link))
    const seats = (await Promise.all(sessions)).map(({ session }) => hubs.page(first, { contest, session }))
    const attentive = [...seats, hubs.page(first, { contest, screen: 'stage' })]
    hall.program.send({ home: first.url, contest, phones })
    await until(() => attentive.every((page) => isWith(page, first)), patienceMs)
    await until(() => hall.isAt(first.url) && hall.knows(second.url), patienceMs)

    const stopped = first.stop()
    const began = performance.now()
    const [attentiveMs] = await Promise.all([
      until(() => attentive.every((page) => isWith(page, second)), patienceMs),
      until(() => hall.isAt(second.url), patienceMs),
    ])
    const everybodyMs = performance.now() - began
    await stopped
    return { phones, attentive: attentiveMs / 1000, everybody: everybodyMs / 1000 }
  } finally {
    hall.program.kill('SIGKILL')
    await hubs.close()
  }
}

function openHall() {
  const program = fork(hallProgram, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  let last: v.InferOutput<typeof reportSchema> = { at: '', known: [] }
  program.on('message', (message) => {
    last = v.parse(reportSchema, message)
  })
  return { program, isAt: (url: string) => last.at === url, knows: (url: string) => last.known.includes(url) }
}
