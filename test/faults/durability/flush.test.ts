/** Durable is what the kernel was told to flush: counted from outside, by strace. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { EmbeddedMedium } from '../../ledger/embedded-medium.ts'
import { finished, startProgram } from '../../ledger/program.ts'
import { underStrace } from './tools.ts'

const appends = 20

/** Runs the marking appender on the medium and answers what strace saw. */
async function traced(medium: EmbeddedMedium): Promise<string> {
  const trace = join(medium.folder, 'trace')
  const strace = underStrace(['-y', '-e', 'trace=fsync,fdatasync,write', '-o', trace])
  const program = new URL('./marking-appender.ts', import.meta.url)
  await finished(startProgram(program, [medium.folder, String(appends)], strace))
  return readFile(trace, 'utf8')
}

async function newMedium(): Promise<EmbeddedMedium> {
  const medium = await EmbeddedMedium.make()
  onTestFinished(() => medium.dispose())
  return medium
}

test('L-31: the log is flushed between sending each append and its answer', async () => {
  const flushes = flushesPerAppend(await traced(await newMedium()))
  expect([...flushes.keys()]).toEqual(Array.from({ length: appends }, (_, index) => index + 1))
  for (const [append, count] of flushes) expect(count, `append ${append}`).toBeGreaterThanOrEqual(1)
}, 60_000)

test('L-15: what a crash left in the log is flushed at opening, before anything is read', async () => {
  const medium = await newMedium()
  await medium.appendUntilKilled('crashed', 1, 5)
  const calls = endedCalls(await traced(medium))
  const flushed = calls.findIndex((call) => isFlushOfLog(call))
  const firstSend = calls.findIndex((call) => call.includes('"send 1'))
  expect(flushed).toBeGreaterThanOrEqual(0)
  expect(flushed).toBeLessThan(firstSend)
}, 60_000)

function isFlushOfLog(call: string): boolean {
  return /f(data)?sync\(\d+<.*ledger\.sqlite-wal>.*\) += 0$/.test(call)
}

/** Per append, the flushes of the log that ended well between its `send` and its `ack`. */
function flushesPerAppend(trace: string): Map<number, number> {
  const flushes = new Map<number, number>()
  let sent: number | undefined
  for (const call of endedCalls(trace)) {
    const mark = /write\(.*"(send|ack) (\d+)\\n"/.exec(call)
    if (mark) sent = mark[1] === 'send' ? Number(mark[2]) : undefined
    else if (sent !== undefined) flushes.set(sent, (flushes.get(sent) ?? 0) + (isFlushOfLog(call) ? 1 : 0))
  }
  return flushes
}

/** The calls in the order in which they ended; strace splits a call in two lines when another thread's call comes between. */
function endedCalls(trace: string): string[] {
  const begun = new Map<string, string>()
  const ended: string[] = []
  for (const line of trace.split('\n')) {
    const [, thread = '', call = ''] = /^(\d+) +(.*)$/.exec(line) ?? []
    const [unfinished] = call.split(' <unfinished ...>')
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(call)?.[1]
    if (unfinished !== undefined && unfinished !== call) begun.set(thread, unfinished)
    else ended.push(resumed === undefined ? call : `${begun.get(thread)}${resumed}`)
  }
  return ended
}
