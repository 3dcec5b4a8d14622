/** The three loads that a generator can put on a server, each with its frames prepared to the last byte before the clock starts. */
import { setTimeout as pause } from 'node:timers/promises'
import { maskedFrame } from '../../harness/masked-frame.ts'
import { commandFrame, commitOf, isAccepted, isDelta, sheetFrame, submittedOf } from '../frames.ts'
import { sheetOf } from '../sheets.ts'
import type { Line } from './line.ts'
import type { AnswerTo } from './requests.ts'

/** How long an answer may take before a measurement is given up. */
const givenUpMs = 30_000

interface Prepared {
  readonly ack: number
  readonly frame: Buffer
}

/** Closed loop: every line has one sheet under way, and sends the next when that one is answered. */
export async function submitAll(lines: readonly Line[], performances: readonly string[]): Promise<AnswerTo<'submit'>> {
  const prepared = lines.map((line, judge) => performances.map((each): Prepared => prepareSheet(line, judge, each)))
  const latencies: number[] = []
  let refused = 0
  let left = lines.length
  const begin = performance.now()
  const everySheet = new Promise<void>((resolve) => {
    const submit = (line: Line, sheets: Iterator<Prepared>) => {
      const next = sheets.next()
      if (next.done) {
        left -= 1
        if (left === 0) resolve()
        return
      }
      const sent = performance.now()
      line.send(next.value.ack, next.value.frame, (answer) => {
        latencies.push(performance.now() - sent)
        if (!isAccepted(answer)) refused += 1
        submit(line, sheets)
      })
    }
    for (const [index, line] of lines.entries()) submit(line, (prepared[index] ?? []).values())
  })
  await inTime(everySheet, 'every sheet is answered')
  return { seconds: (performance.now() - begin) / 1000, latencies, refused }
}

/** Open loop: the lines submit one after the other, whatever the answers to those before. */
export async function submitSteadily(
  lines: readonly Line[],
  screen: Line,
  perSecond: number,
  place: string,
): Promise<AnswerTo<'steady'>> {
  const shown: { readonly at: number; readonly submitted: number }[] = []
  const prepared = lines.map((line, judge) => prepareSheet(line, judge, place))
  const everyShown = new Promise<void>((resolve) => {
    screen.listener = (frame) => {
      const submitted = isDelta(frame) ? submittedOf(frame) : undefined
      if (submitted === undefined) return
      shown.push({ at: performance.now(), submitted })
      if (submitted === lines.length) resolve()
    }
  })
  const begin = performance.now()
  const marks = lines.map(async (line, index) => {
    await pause(Math.max(0, begin + (index * 1000) / perSecond - performance.now()))
    return submitTimed(line, prepared[index])
  })
  const answered = await inTime(Promise.all(marks), 'every mark is answered')
  await inTime(everyShown, 'the screen shows every sheet')
  screen.listener = undefined
  answered.sort((a, b) => a.commit - b.commit)
  const screens = answered.map(({ sent }, index) => {
    const first = shown.find(({ submitted }) => submitted > index)
    return (first?.at ?? Number.POSITIVE_INFINITY) - sent
  })
  return { acks: answered.map(({ sent, at }) => at - sent), screens }
}

/** Sends a command, takes the time from its acknowledgement until every viewer was told, rests, and so on. */
export async function tellEveryone(
  speaker: Line,
  viewers: readonly Line[],
  commands: readonly Readonly<Record<string, string>>[],
  everyMs: number,
): Promise<AnswerTo<'tell'>> {
  const seconds: number[] = []
  for (const command of commands) {
    const everyoneTold = untilTold(viewers)
    const ack = speaker.nextAck()
    const acknowledged = new Promise<number>((resolve, reject) => {
      speaker.send(ack, maskedFrame(commandFrame(ack, command)), (answer) => {
        if (isAccepted(answer)) resolve(performance.now())
        else reject(new Error(`refused: ${answer}`))
      })
    })
    const [at, told] = await inTime(Promise.all([acknowledged, everyoneTold]), 'every viewer is told')
    seconds.push((told - at) / 1000)
    await pause(everyMs)
  }
  return { seconds }
}

/** The moment at which the last of the viewers has received a delta. */
function untilTold(viewers: readonly Line[]): Promise<number> {
  return new Promise((resolve) => {
    let waiting = viewers.length
    for (const viewer of viewers) {
      viewer.listener = (frame) => {
        if (!isDelta(frame)) return
        viewer.listener = undefined
        waiting -= 1
        if (waiting === 0) resolve(performance.now())
      }
    }
  })
}

interface Answered {
  readonly sent: number
  readonly at: number
  readonly commit: number
}

function submitTimed(line: Line, prepared: Prepared | undefined): Promise<Answered> {
  return new Promise((resolve, reject) => {
    if (!prepared) throw new RangeError('a line without a prepared sheet')
    const sent = performance.now()
    line.send(prepared.ack, prepared.frame, (answer) => {
      if (isAccepted(answer)) resolve({ sent, at: performance.now(), commit: commitOf(answer) })
      else reject(new Error(`refused: ${answer}`))
    })
  })
}

function prepareSheet(line: Line, judge: number, place: string): Prepared {
  const ack = line.nextAck()
  return { ack, frame: maskedFrame(sheetFrame(ack, place.replace('/', '-'), sheetOf(judge, place))) }
}

function inTime<T>(wanted: Promise<T>, what: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`waited ${givenUpMs} ms in vain until ${what}`)), givenUpMs)
    wanted.then(resolve, reject).finally(() => clearTimeout(late))
  })
}
