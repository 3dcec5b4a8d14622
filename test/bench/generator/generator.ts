/** The benchmark's end of a generator's process. */
import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import * as v from 'valibot'
import { type AnswerTo, type Asked, parseAnswer, type Request, replySchema } from './requests.ts'

const program = fileURLToPath(new URL('./program.ts', import.meta.url))

export class Generator {
  readonly #child: ChildProcess = fork(program)
  readonly #waiting = new Map<number, { resolve(answer: unknown): void; reject(error: Error): void }>()
  #lastId = 0

  constructor() {
    this.#child.on('message', (message) => {
      const reply = v.parse(replySchema, message)
      const asked = this.#waiting.get(reply.id)
      this.#waiting.delete(reply.id)
      if (reply.ok) asked?.resolve(reply.answer)
      else asked?.reject(new Error(`the generator: ${reply.reason}`))
    })
    this.#child.once('exit', () => {
      for (const { reject } of this.#waiting.values()) reject(new Error('the generator has ended'))
    })
  }

  async ask<Type extends Request['type']>(request: Extract<Asked, { type: Type }>): Promise<AnswerTo<Type>> {
    this.#lastId += 1
    const id = this.#lastId
    const answer = await new Promise<unknown>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      this.#child.send({ ...request, id })
    })
    return parseAnswer(request.type, answer)
  }

  stop(): void {
    this.#child.disconnect()
  }
}
