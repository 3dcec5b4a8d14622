/**
 * Submit to ack, every ack durable: judges who all submit at once, sheet after sheet, against a Socket.IO echo that stores nothing.
 * Two shapes: a thousand judges of one contest, and a hundred contests of nine.
 */
import { socketUrl, startBaseline } from '../baselines/baseline.ts'
import { makeContests, type Shape } from '../contests.ts'
import type { Figure, Measurement, Scope } from '../figure.ts'
import { Generator } from '../generator/generator.ts'
import { withHub } from '../hub.ts'
import { alternate, figuresOf, performancesFor, type Said } from './submitting.ts'

const against = 'a Socket.IO echo that stores nothing'

export const submitOneContest: Measurement = measurementOf(
  { contests: 1, judges: 1000 },
  { name: 'submit-one-contest', what: '1,000 judges of one contest', against, atLeast: 0.65 },
)

/** No hub has this evening; it guards that contests do not stand in each other's way. */
export const submitManyContests: Measurement = measurementOf(
  { contests: 100, judges: 9 },
  { name: 'submit-many-contests', what: '100 contests of 9 judges', against, atLeast: 0.5 },
)

function measurementOf(shape: Shape, said: Said): Measurement {
  return { name: said.name, measure: (scope) => measure(shape, said, scope) }
}

function measure(shape: Shape, said: Said, scope: Scope): Promise<readonly Figure[]> {
  return withHub(async (hub, hubPid) => {
    const generator = new Generator()
    const echo = await startBaseline('echo')
    try {
      scope.note(`${said.what} are being made`)
      const { judges, performances } = await makeContests(hub, shape, performancesFor(scope))
      await generator.ask({ type: 'connect', group: 'hub', url: socketUrl(hub.port), auths: [...judges] })
      await generator.ask({ type: 'connect', group: 'echo', url: echo.url, auths: [...judges] })
      const sides = { hub: { group: 'hub', pids: [hubPid] }, baseline: { group: 'echo', pids: [echo.pid] } }
      return figuresOf(said, await alternate(generator, sides, performances, scope))
    } finally {
      generator.stop()
      echo.stop()
    }
  })
}
