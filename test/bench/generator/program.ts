/** The generator: a process of its own, so that making load never takes time from what is measured. It does as it is asked. */
import * as v from 'valibot'
import { Line } from './line.ts'
import { submitAll, submitSteadily, tellEveryone } from './loads.ts'
import { type AnswerTo, type Request, type RequestType, type replySchema, requestSchema } from './requests.ts'

/** Connections that are being opened at the same time: below what a listening socket keeps waiting. */
const atOnce = 50

const groups = new Map<string, Line[]>()

process.on('message', (message: unknown) => {
  const request = v.parse(requestSchema, message)
  const { id } = request
  perform(request).then(
    (answer) => reply({ ok: true, id, answer }),
    (error: unknown) => reply({ ok: false, id, reason: error instanceof Error ? error.message : String(error) }),
  )
})
process.on('disconnect', () => process.exit(0))

function reply(message: v.InferOutput<typeof replySchema>): void {
  process.send?.(message)
}

function perform(request: Request): Promise<AnswerTo<RequestType>> {
  switch (request.type) {
    case 'connect':
      return openAll(request.group, request.url, request.auths)
    case 'close':
      return closeAll(request.group)
    case 'submit':
      return submitAll(linesOf(request.group), request.performances)
    case 'steady':
      return submitSteadily(linesOf(request.group), onlyLine(request.screen), request.perSecond, request.place)
    case 'tell':
      return tellEveryone(onlyLine(request.group), linesOf(request.viewers), request.commands, request.everyMs)
  }
}

async function openAll(group: string, url: string, auths: readonly string[]): Promise<AnswerTo<'connect'>> {
  const lines = groups.get(group) ?? []
  for (let first = 0; first < auths.length; first += atOnce) {
    const batch = auths.slice(first, first + atOnce)
    lines.push(...(await Promise.all(batch.map((auth) => Line.open(url, auth)))))
  }
  groups.set(group, lines)
  return { connections: lines.length }
}

async function closeAll(group: string): Promise<AnswerTo<'close'>> {
  const lines = linesOf(group)
  groups.delete(group)
  for (const line of lines) line.close()
  return { connections: lines.length }
}

function linesOf(group: string): Line[] {
  const lines = groups.get(group)
  if (!lines) throw new Error(`there is no group ${group}`)
  return lines
}

function onlyLine(group: string): Line {
  const [line] = linesOf(group)
  if (!line) throw new Error(`the group ${group} is empty`)
  return line
}
