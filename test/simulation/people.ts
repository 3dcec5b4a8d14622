/**
 * The people of a story: mostly they do what the show needs next, in their own time, and some of what they do is wrong. What they know
 * is what was written; they press buttons on their own devices and look at nothing else.
 */
import { definitionOf, type State, sheetOf } from '@bang-diem/shared/ledger/state.ts'
import type { SendOutcome } from '@bang-diem/shared/link/send-command.ts'
import type { CommandBody } from '@bang-diem/shared/rules/commands.ts'
import { missingInStage } from '@bang-diem/shared/rules/scores.ts'
import { below, type Chance } from '../robot/chance.ts'
import { type Move, marksFor } from '../rules/random-choice.ts'
import { neededNow } from '../rules/random-need.ts'
import { askedIn } from '../rules/random-play.ts'
import { between, pick } from './entropy.ts'
import type { Phone } from './phone.ts'
import type { SimulatedTime } from './time.ts'

interface PeopleWorld {
  readonly time: SimulatedTime
  readonly chance: Chance
  readonly state: () => State
  /** The devices by seat. */
  readonly phones: ReadonlyMap<string, Phone>
}

export class People {
  readonly #world: PeopleWorld
  /** True from when nobody makes mistakes any more and the show is brought to its end. */
  #isFinishing = false
  #isStopped = false

  constructor(world: PeopleWorld) {
    this.#world = world
  }

  /** Acts now and again, until the story ends. */
  begin(): void {
    const { time, chance } = this.#world
    time.after(between(chance, 20, this.#isFinishing ? 300 : 700), () => {
      if (this.#isStopped) return
      this.#act()
      this.begin()
    })
  }

  /** Nobody does anything any more. */
  stop(): void {
    this.#isStopped = true
  }

  finish(): void {
    this.#isFinishing = true
  }

  /** True when the show has come to its end, and no sheet is missing that could come. */
  get isOver(): boolean {
    return neededNow(this.#world.state(), { kind: 'needed', pick: 1, value: 0 }) === undefined
  }

  #act(): void {
    const { chance, state } = this.#world
    if (chance() < 0.4 && this.#mark()) return
    const [seat, body] = askedIn(state(), this.#move())
    this.#press(seat, body)
  }

  #move(): Move {
    const { chance } = this.#world
    const kind =
      this.#isFinishing || chance() < 0.7
        ? 'needed'
        : pick(chance, ['sheet', 'fill', 'afterthought', 'anything'] as const)
    return { kind: kind ?? 'needed', pick: below(chance, 10_000), value: below(chance, 10_000) }
  }

  /** Some judges submit the sheets that are missing, often together, now and then twice. */
  #mark(): boolean {
    const { chance, state } = this.#world
    const now = state()
    const missing = definitionOf(now)
      .stages.flatMap((stage) => missingInStage(now, stage))
      .filter(({ round, team, judges }) => judges.length > 0 && now.performed.has(`${round}/${team}`))
    const chosen = pick(chance, missing)
    if (!chosen) return false
    const { round, team, judges } = chosen
    for (const judge of judges) {
      if (chance() < 0.4) continue
      const revision = sheetOf(now, round, team, judge)?.revision ?? 0
      const marks = marksFor(definitionOf(now), round, below(chance, 10_000))
      const body = { type: 'submitSheet', round, team, run: 0, revision, marks } as const
      this.#press(`judge:${judge}`, body)
      if (chance() < 0.05) this.#press(`judge:${judge}`, body)
    }
    return true
  }

  #press(seat: string, body: CommandBody): void {
    const phone = this.#world.phones.get(seat)
    if (!phone) return
    if (!phone.life.isAwake && this.#world.chance() < 0.3) phone.wake()
    if (!phone.life.isAwake || isOnItsWay(phone, body)) return
    // "Another device has this seat": the button beside it takes the seat back.
    if (phone.connection.seat?.driving === false) return phone.rejoin()
    phone.press(body, (outcome) => this.#heard(phone, outcome))
  }

  /** Without an answer most people press again, and the page asks with the same id. */
  #heard(phone: Phone, outcome: SendOutcome): void {
    if (outcome.kind !== 'no-answer' || this.#world.chance() < 0.3) return
    const { life } = phone
    life.after(between(this.#world.chance, 100, 2000), () => {
      void outcome.retry().then((again) => this.#heard(phone, again))
    })
  }
}

/** The same is waiting in the judge's outbox, as the lamp says: it is not pressed again. */
function isOnItsWay(phone: Phone, body: CommandBody): boolean {
  if (body.type !== 'submitSheet') return false
  return (phone.outbox?.items ?? []).some(
    ({ state, body: sent }) =>
      (state === 'stored' || state === 'sending') && sent.round === body.round && sent.team === body.team,
  )
}
