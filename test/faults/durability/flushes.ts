/** Reads a trace of system calls: which flushes of the ledger's log ended between sending an append and its answer. */

/** A flush of the log that ended well. */
export function isFlushOfLog(call: string): boolean {
  return /f(data)?sync\(\d+<.*ledger\.sqlite-wal>.*\) += 0$/.test(call)
}

/** Per append, the flushes of the log that ended well between its `send` and its `ack`. */
export function flushesPerAppend(trace: string): Map<number, number> {
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
export function endedCalls(trace: string): string[] {
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
