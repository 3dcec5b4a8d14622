/** Every command with every bad value in every field, and well-formed ones that the contest does not allow. */
import { setTimeout as pause } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { ackSchema } from '@bang-diem/shared/protocol/down.ts'
import * as v from 'valibot'
import type { Page } from '../robot/page.ts'
import { commands } from './commands.ts'
import type { Inspector, Verdict } from './inspector.ts'
import type { Expected } from './tried.ts'
import { badValues } from './values.ts'
import type { World } from './world.ts'

/** A try waits this long for its answer, in ms. */
const answerMs = 5000
/** Between two tries, in ms: a page may send fifty commands a second, and this must hold on the fastest machine. */
const betweenMs = 21

let ids = 0
const nextId = () => `bad-${++ids}`

export async function tryCommands(world: World, inspector: Inspector): Promise<number> {
  for (const [type, { role, body, fields, refused }] of Object.entries(commands)) {
    const page = world.busy.pages[role]
    const whole = { id: nextId(), type, ...body }
    await inspector.try(`${type}: something more`, () =>
      send(page, { ...whole, khac: 'x' }, (ack) => names(ack, 'khac')),
    )
    for (const [what, id] of badValues.id) {
      await inspector.try(`${type}: id ${what}`, () => send(page, { ...whole, id }, (ack) => names(ack, 'id')))
    }
    for (const [field, kind] of Object.entries(fields)) {
      for (const [what, value] of badValues[kind]) {
        const message = { ...whole, id: nextId(), [field]: value }
        await inspector.try(`${type}: ${field} ${what}`, () => send(page, message, (ack) => names(ack, field)))
      }
    }
    for (const [what, changes, expected] of refused) {
      const message = { ...whole, id: nextId(), ...changes }
      await inspector.try(`${type}: ${what}`, () => send(page, message, (ack) => says(ack, expected)))
    }
  }
  await tryNoCommands(world.busy.pages.secretary, inspector)
  return Object.keys(commands).length
}

async function tryNoCommands(page: Page, inspector: Inspector): Promise<void> {
  const messages: readonly (readonly [string, unknown, string])[] = [
    ['null', null, ''],
    ['a number', 7, ''],
    ['a text', 'note', ''],
    ['a list', [], 'type'],
    ['an empty object', {}, 'type'],
    ['no type', { id: 'x' }, 'type'],
    ['an unknown type', { id: 'x', type: 'declareWinner' }, 'type'],
    ['an act of the hub', { id: 'x', type: 'issueLink', seat: 'mc', codeHash: 'ab'.repeat(32) }, 'type'],
    ['a fact', { id: 'x', type: 'sheet-submitted' }, 'type'],
    ['a type from the prototype', { id: 'x', type: 'constructor' }, 'type'],
  ]
  for (const [what, message, field] of messages) {
    await inspector.try(`a command that is ${what}`, () => send(page, message, (ack) => names(ack, field)))
  }
}

export type Ack = v.InferOutput<typeof ackSchema>

/** Sends a message as a command and judges the answer. */
export async function send(page: Page, message: unknown, judge: (ack: Ack) => string | null): Promise<Verdict> {
  await pause(betweenMs)
  const answer: unknown = await page.socket.timeout(answerMs).emitWithAck('command', message)
  const ack = v.safeParse(ackSchema, answer)
  if (!ack.success) return { answer: JSON.stringify(answer), wrong: 'the answer is no acknowledgement' }
  const short = ack.output.ok ? `recorded ${ack.output.receipt}` : JSON.stringify(ack.output.refusal).slice(0, 200)
  return { answer: short, wrong: judge(ack.output) }
}

const invalidSchema = v.object({
  code: v.literal('command-invalid'),
  problems: v.array(v.object({ path: v.string(), code: v.string() })),
})

/** The command is refused as malformed, and a problem's path is the field or something in it. */
function names(ack: Ack, field: string): string | null {
  if (ack.ok) return 'it was accepted'
  const invalid = v.safeParse(invalidSchema, ack.refusal)
  if (!invalid.success) return `refused as ${ack.refusal.code} instead of command-invalid`
  const named = invalid.output.problems.some(
    ({ path }) => path === field || path.startsWith(`${field}.`) || path.startsWith(`${field}[`),
  )
  return named ? null : `no problem names ${field}`
}

/** The command is refused with this code and at least these parameters. */
export function says(ack: Ack, expected: Expected): string | null {
  if (ack.ok) return 'it was accepted'
  const { refusal } = ack
  const differs = Object.entries(expected).find(([param, value]) => !isDeepStrictEqual(refusal[param], value))
  return differs
    ? `${differs[0]} is ${JSON.stringify(refusal[differs[0]])} instead of ${JSON.stringify(differs[1])}`
    : null
}
