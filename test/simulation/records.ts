/**
 * What was seen from outside in a story: what pages were told, what hubs answered, and every picture that a screen of the hall was given.
 * It looks at messages only, never into a hub or a page.
 */
import type { Ack } from '@bang-diem/shared/protocol/down.ts'
import type { Diary } from './diary.ts'
import type { Line } from './line.ts'
import type { Witness } from './network.ts'
import { pictureOf, type Truth } from './truth.ts'

/** A hub's answer to a command, with how much was true when it was given. */
export interface Answered {
  readonly seat: string
  readonly id: string
  readonly ack: Ack
  readonly hub: string
  /** How many moments of the truth there were. */
  readonly moments: number
}

/** A picture that a screen of the hall was given. */
export interface Picture {
  readonly screen: string
  readonly hub: string
  readonly text: string
  readonly moments: number
  readonly at: number
}

interface Message {
  readonly id: string
  readonly [key: string]: unknown
}

export class Records implements Witness {
  /** Answers that have reached a page. */
  readonly heard: Answered[] = []
  /** Answers as hubs gave them, whether or not they arrived. */
  readonly said: Answered[] = []
  readonly pictures: Picture[] = []
  /** What pages were told is durable: with its answer, or later. */
  readonly promises: (Answered & { readonly wasSafe: boolean })[] = []
  /** Command by seat and id, as it first came to a hub. */
  readonly commands = new Map<string, Message>()
  readonly #diary: Diary
  readonly #now: () => number
  readonly #truth: () => Truth
  /** By line: answers that were told as received and not yet as durable. */
  readonly #received = new Map<string, Answered[]>()
  /** Of each line of the hall: the entries and the version that its messages add up to. */
  readonly #screens = new Map<string, { version: number; readonly entries: Map<string, unknown> }>()

  constructor(diary: Diary, now: () => number, truth: () => Truth) {
    this.#diary = diary
    this.#now = now
    this.#truth = truth
  }

  note(text: string): void {
    this.#diary.note(text)
  }

  up(line: Line, text: string): void {
    this.#diary.note(`${line.door?.name} hears ${line.caller.name}: ${text}`)
    const { seat } = line.caller
    if (seat === null || !text.startsWith('["command"')) return
    const [, command]: [string, Message] = JSON.parse(text)
    const key = `${seat} ${command.id}`
    if (!this.commands.has(key)) this.commands.set(key, command)
  }

  answered(line: Line, question: string, answer: string): void {
    const answered = this.#answer(this.heard, line, question, answer)
    if (!answered?.ack.ok) return
    if (answered.ack.durable !== false) return this.#promise(answered)
    this.#received.set(line.id, [...(this.#received.get(line.id) ?? []), answered])
  }

  saying(line: Line, question: string, answer: string): void {
    this.#answer(this.said, line, question, answer)
  }

  down(line: Line, event: string, text: string): void {
    if (event === 'durable') this.#promised(line, text)
    if (line.caller.seat !== null || (event !== 'snapshot' && event !== 'delta')) return
    const [, body]: [string, Shown] = JSON.parse(text)
    const screen = this.#screens.get(line.id)
    if ('entries' in body) {
      this.#screens.set(line.id, { version: body.version, entries: new Map(Object.entries(body.entries)) })
    } else if (screen && screen.version === body.from) {
      screen.version = body.to
      for (const [key, entry] of Object.entries(body.set)) screen.entries.set(key, entry)
      for (const key of body.unset) screen.entries.delete(key)
    } else return
    const picture = pictureOf(this.#screens.get(line.id)?.entries ?? [])
    const [moments, at] = [this.#truth().moments.length, this.#now()]
    this.pictures.push({ screen: line.caller.name, hub: line.door?.name ?? '', text: picture, moments, at })
  }

  /** Of its own commands everything up to a commit is durable now. */
  #promised(line: Line, text: string): void {
    const [, { commit }]: [string, { commit: number }] = JSON.parse(text)
    for (const answered of this.#received.get(line.id) ?? []) {
      if (answered.ack.ok && answered.ack.commit <= commit) this.#promise(answered)
    }
  }

  #promise(answered: Answered): void {
    const { ack } = answered
    if (ack.ok)
      this.promises.push({ ...answered, wasSafe: this.#truth().isSafe({ number: ack.commit, hash: ack.hash }) })
  }

  #answer(list: Answered[], line: Line, question: string, answer: string): Answered | undefined {
    const { seat } = line.caller
    if (seat === null || !question.startsWith('["command"')) return undefined
    const [, { id }]: [string, Message] = JSON.parse(question)
    const ack: Ack = JSON.parse(answer)
    const answered = { seat, id, ack, hub: line.door?.name ?? '', moments: this.#truth().moments.length }
    list.push(answered)
    return answered
  }
}

type Shown =
  | { readonly version: number; readonly entries: Record<string, unknown> }
  | { readonly from: number; readonly to: number; readonly set: Record<string, unknown>; readonly unset: string[] }
