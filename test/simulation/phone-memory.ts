/**
 * What a phone keeps when its page is reloaded. It may be slow, it may fail, and it may write and never say so. Answers reach only the page
 * that asked: a page that is gone hears nothing any more.
 */
import type { PhoneStore } from '@bang-diem/shared/link/phone-store.ts'
import type { Chance } from '../robot/chance.ts'
import { between } from './entropy.ts'
import type { Life } from './life.ts'
import type { SimulatedTime } from './time.ts'

interface MemoryMood {
  takes: { readonly least: number; readonly most: number }
  /** How likely a write is refused. */
  fails: number
  /** How likely an answer never comes. */
  forgets: number
}

const wellDisposed: Readonly<MemoryMood> = { takes: { least: 0.5, most: 5 }, fails: 0, forgets: 0 }

export class PhoneMemory {
  readonly mood: MemoryMood = { ...wellDisposed }
  /** Record by key, as text: what is kept is a copy. */
  readonly records = new Map<string, string>()
  /** Keys that a page was told are kept. */
  readonly promised = new Set<string>()
  /** The page was never told what is kept: only a reload helps. */
  isSilent = false
  readonly #time: SimulatedTime
  readonly #chance: Chance

  constructor(time: SimulatedTime, chance: Chance) {
    this.#time = time
    this.#chance = chance
  }

  heal(): void {
    Object.assign(this.mood, wellDisposed)
  }

  /** The memory as one page sees it. */
  storeFor(life: Life): PhoneStore {
    this.isSilent = false
    return {
      read: (prefix) => this.#turn(life, 0, () => this.#read(prefix)),
      put: (key, record) => {
        const text = JSON.stringify(record)
        return this.#turn(life, this.mood.fails, () => void this.records.set(key, text)).then(() => {
          this.promised.add(key)
        })
      },
      remove: (keys) =>
        this.#turn(life, this.mood.fails, () => {
          for (const key of keys) {
            this.records.delete(key)
            this.promised.delete(key)
          }
        }),
    }
  }

  #read(prefix: string): ReadonlyMap<string, unknown> {
    const found = [...this.records].filter(([key]) => key.startsWith(prefix))
    return new Map(found.map(([key, text]): [string, unknown] => [key, JSON.parse(text)]))
  }

  #turn<Answer>(life: Life, fails: number, work: () => Answer): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const isRefused = fails > 0 && this.#chance() < fails
      const isForgotten = this.mood.forgets > 0 && this.#chance() < this.mood.forgets
      this.#time.after(between(this.#chance, this.mood.takes.least, this.mood.takes.most), () => {
        if (isRefused) return life.run(() => reject(new Error('this phone is full')))
        const answer = work()
        if (!isForgotten) life.run(() => resolve(answer))
        else if (answer !== undefined) this.isSilent = true
      })
    })
  }
}
