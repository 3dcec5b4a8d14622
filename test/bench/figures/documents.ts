/**
 * The largest document (every sheet of 30 teams, 9 judges and 3 rounds: 810 pages) while another contest is being judged: how long it takes, what
 * hub and the program that makes it grow by at their highest, and how long judges wait for their acknowledgements meanwhile. The baseline is the same load on the same hub when
 * nothing is printed.
 */
import { setTimeout as pause } from 'node:timers/promises'
import type { HubProcess } from '../../harness/hub-process.ts'
import { socketUrl } from '../baselines/baseline.ts'
import { type BenchContest, hallHandshake, makeContest } from '../contests.ts'
import type { Figure, Measurement, Scope } from '../figure.ts'
import { Generator } from '../generator/generator.ts'
import { withHub } from '../hub.ts'
import { residentBytesWithChildren } from '../processes.ts'
import { median, quantile } from '../statistics.ts'

const printed = { id: 'in-an', judges: 9, teams: 30, rounds: 3 }
const marksPerSecond = 100
const roundsPerPair = 2
const warmUps = 1
/** Between two looks at the memory while a document is made. */
const lookMs = 50

export const documents: Measurement = { name: 'documents', measure }

interface Document {
  readonly seconds: number
  readonly bytes: number
  /** Memory of the hub before, and of the hub with the program that makes the document at its highest. */
  readonly before: number
  readonly highest: number
}

interface Round {
  readonly quiet: number
  readonly printing: number
  readonly document: Document
}

function measure(scope: Scope): Promise<readonly Figure[]> {
  return withHub(async (hub, pid) => {
    const generator = new Generator()
    try {
      const contest = await makeContest(hub, printed)
      await contest.call(contest.performances)
      await generator.ask({ type: 'connect', group: 'panel', url: socketUrl(hub.port), auths: [...contest.judges] })
      await generator.ask({ type: 'submit', group: 'panel', performances: [...contest.performances] })
      const alone = await printAll(hub, pid)
      scope.note(
        `${contest.judges.length * contest.performances.length} sheets printed in ${alone.seconds.toFixed(1)} s`,
      )
      return figuresOf(alone, await judged(hub, pid, generator, scope))
    } finally {
      generator.stop()
    }
  })
}

/** Rounds with nothing printed, and with the document being made from the first mark to the last, in turn. */
async function judged(hub: HubProcess, pid: number, generator: Generator, scope: Scope): Promise<Round[]> {
  const count = warmUps + scope.pairs * roundsPerPair
  const judges = Math.round((marksPerSecond * scope.seconds) / roundsPerPair)
  scope.note(`${judges} judges are joining`)
  const contest = await makeContest(hub, { id: 'hoi-thi', judges, teams: 2 * count, rounds: 1 })
  const url = socketUrl(hub.port)
  await generator.ask({ type: 'connect', group: 'jury', url, auths: [...contest.judges] })
  await generator.ask({ type: 'connect', group: 'screen', url, auths: [hallHandshake(contest.id, 'stage')] })
  const rounds: Round[] = []
  for (let index = 0; index < count; index++) {
    const quiet = await ackP99(generator, contest, 2 * index)
    const marks = { isOver: false }
    const printing = printUntil(hub, pid, marks)
    const busy = await ackP99(generator, contest, 2 * index + 1)
    marks.isOver = true
    const document = await printing
    scope.note(
      `round ${index + 1 - warmUps} of ${count - warmUps}: ack p99 ${busy.toFixed(1)} ms, quiet ${quiet.toFixed(1)} ms`,
    )
    if (index >= warmUps) rounds.push({ quiet, printing: busy, document })
  }
  return rounds
}

async function ackP99(generator: Generator, contest: BenchContest, index: number): Promise<number> {
  const place = contest.performances[index]
  if (place === undefined) throw new RangeError('fewer performances than rounds')
  await contest.call([place])
  const { acks } = await generator.ask({
    type: 'steady',
    group: 'jury',
    screen: 'screen',
    perSecond: marksPerSecond,
    place,
  })
  return quantile(acks, 0.99)
}

/** One document after the other as long as marks arrive; the first is told of. */
async function printUntil(hub: HubProcess, pid: number, marks: { readonly isOver: boolean }): Promise<Document> {
  const first = await printAll(hub, pid)
  while (!marks.isOver) await printAll(hub, pid)
  return first
}

async function printAll(hub: HubProcess, pid: number): Promise<Document> {
  const before = residentBytesWithChildren(pid)
  const begun = performance.now()
  const document = { isMade: false }
  const highest = highestMemory(pid, document)
  const url = new URL(`/api/contests/${printed.id}/documents/score-sheets-all.pdf`, hub.url)
  const response = await fetch(url, { headers: { authorization: `Bearer ${hub.organiserKey}` } })
  const content = await response.arrayBuffer()
  const seconds = (performance.now() - begun) / 1000
  document.isMade = true
  if (!response.ok) throw new Error(`the document was refused: ${Buffer.from(content).toString()}`)
  return { seconds, bytes: content.byteLength, before, highest: await highest }
}

async function highestMemory(pid: number, document: { readonly isMade: boolean }): Promise<number> {
  let highest = 0
  while (!document.isMade) {
    highest = Math.max(highest, residentBytesWithChildren(pid))
    await pause(lookMs)
  }
  return highest
}

function figuresOf(alone: Document, rounds: readonly Round[]): Figure[] {
  const ms = (values: readonly number[]) => `${median(values).toFixed(1)} ms`
  const seconds = median(rounds.map(({ document }) => document.seconds))
  const ratio = median(rounds.map(({ printing, quiet }) => printing / quiet))
  const grown = (alone.highest - alone.before) / 1000
  const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`
  const scene = `while ${marksPerSecond} marks a second arrive`
  return [
    {
      name: 'documents-ack-p99',
      says: `ack p99, durable, ${scene} and 810 sheets are printed, against the same with nothing printed`,
      // A quiet hub answers in a few milliseconds: what counts is that a judge notices nothing.
      value: median(rounds.map(({ printing }) => printing)),
      unit: 'ms',
      ratio,
      aim: { atMost: 50 },
      hub: ms(rounds.map(({ printing }) => printing)),
      baseline: ms(rounds.map(({ quiet }) => quiet)),
    },
    {
      name: 'documents-time',
      says: `all 810 sheets of 30 teams, 9 judges and 3 rounds as one PDF (${megabytes(alone.bytes)}), ${scene}, against an idle hub`,
      value: seconds,
      unit: 's',
      ratio: seconds / alone.seconds,
      aim: { atMost: 30 },
      hub: `${seconds.toFixed(1)} s`,
      baseline: `${alone.seconds.toFixed(1)} s`,
    },
    {
      name: 'documents-memory',
      says: `memory of the hub and of the program that makes them beside it, at its highest: what that is more than before, against before`,
      value: grown,
      unit: 'kB',
      ratio: alone.highest / alone.before,
      aim: { atMost: 700_000 },
      hub: megabytes(alone.highest),
      baseline: megabytes(alone.before),
    },
  ]
}
