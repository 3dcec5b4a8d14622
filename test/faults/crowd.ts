/** A stage while a round is marked: ten judges' phones, the MC's page and the stage screen, on all hubs of a venue in turn. */

import { setTimeout as pause } from 'node:timers/promises'
import type { DefinitionInput } from '@bang-diem/shared/contest/definition.ts'
import { sendCommand } from '@bang-diem/shared/link/send-command.ts'
import type { RefusalReceived } from '@bang-diem/shared/link/transport.ts'
import { onAirEntry } from '@bang-diem/shared/views/show-entries.ts'
import * as v from 'valibot'
import { createContest, join } from '../robot/api.ts'
import { Page } from './page.ts'
import { Phone } from './phone.ts'
import { waitUntil } from './wait.ts'

export const contest = 'hoi-thi'
const judges = Array.from({ length: 10 }, (_, index) => `gk${index + 1}`)
/** What tells of the hub's moment and not of the cue: an MC presses again. */
const passing: ReadonlySet<string> = new Set(['ledger-unavailable', 'hub-behind', 'hub-stopping'])
/** How long an MC takes to press again, in ms. */
const pressAgain = 200
const rounds = Array.from({ length: 12 }, (_, index) => `phan-thi-${index + 1}`)

/** Where pages come from: the addresses that links and QR codes carry. */
export interface Door {
  readonly urls: readonly string[]
  readonly organiserKey: string
}

export class Crowd {
  readonly phones: readonly Phone[]
  readonly mc: Page
  readonly stage: Page
  /** Warnings that stay until the hub is started anew. */
  readonly stayingWarnings = new Set<string>()
  /** Who performs, or did last. */
  onStage = { round: '', team: '' }
  /** Team by team, round by round: what is still to be performed. */
  readonly #ahead: { readonly round: string; readonly team: string }[]

  private constructor(phones: readonly Phone[], mc: Page, stage: Page, teams: readonly string[]) {
    this.phones = phones
    this.mc = mc
    this.stage = stage
    this.#ahead = rounds.flatMap((round) => teams.map((team) => ({ round, team })))
  }

  /** Opens the contest with room for so many performances, lets everyone in and waits until all are live. */
  static async gather(door: Door, performances: number, seed: number): Promise<Crowd> {
    const home = (index: number) => door.urls[index % door.urls.length] ?? ''
    const teams = Array.from({ length: Math.ceil(performances / rounds.length) }, (_, index) => `doi-${index + 1}`)
    const { links } = await createContest(home(0), door.organiserKey, definitionOf(teams))
    const phones: Phone[] = []
    for (const [index, judge] of judges.entries()) {
      const { session } = await join(home(0), links.judges[judge] ?? '')
      phones.push(new Phone(judge, home(index), { contest, session }, seed * 100 + index))
    }
    const { session } = await join(home(0), links.mc)
    const mc = new Page(home(0), { contest, session, name: 'mc' }, seed * 100 + 50)
    const stage = new Page(home(1), { contest, screen: 'stage', name: 'stage' }, seed * 100 + 51)
    const crowd = new Crowd(phones, mc, stage, teams)
    await crowd.steady()
    return crowd
  }

  get pages(): readonly Page[] {
    return [...this.phones.map(({ page }) => page), this.mc, this.stage]
  }

  get allLive(): boolean {
    return this.pages.every(({ connection }) => connection.status === 'live')
  }

  get allDrained(): boolean {
    return this.phones.every((phone) => phone.isDrained)
  }

  /** How many commands have been sent and not been answered. */
  get unanswered(): number {
    return this.pages.reduce((sum, { unanswered }) => sum + unanswered, 0)
  }

  /** Everybody connected, every command answered, and no warning for staff but those that stay. */
  get isWell(): boolean {
    return this.allLive && this.allDrained && this.mc.warnings.every((warning) => this.stayingWarnings.has(warning))
  }

  /** Where everybody is, for a report of what went wrong. */
  get situation(): string {
    const pages = this.pages.map(({ name, connection, unanswered }) => {
      return `${name} ${connection.status}, connection ${connection.connections}, ${unanswered} unanswered`
    })
    const warnings = this.mc.warnings.map((warning) => `staff are warned: ${warning}`)
    const outboxes = this.phones
      .filter((phone) => !phone.isDrained)
      .map(({ judge, lamp }) => `${judge}'s lamp: ${lamp}`)
    return [...pages, ...warnings, ...outboxes].join('\n')
  }

  async steady(): Promise<void> {
    await waitUntil('everybody is connected and hears the hub', () => this.pages.every(({ isSteady }) => isSteady))
  }

  /** The MC calls the next team, whose sheets are open from then on. */
  async callNext(): Promise<{ readonly round: string; readonly team: string }> {
    const next = this.#ahead.shift()
    if (!next) throw new Error('the contest has no more performances')
    await this.take(`${next.round}/${next.team}/perform`)
    this.onStage = next
    return next
  }

  /** Takes a cue, through however many faults, as an MC who presses again when told that it did not work just now. */
  async take(cue: string): Promise<void> {
    if (this.mc.connection.entries.get('on-air') === cue) return
    let refusal = await this.tryToTake(cue)
    while (refusal && passing.has(refusal.code)) {
      await pause(pressAgain)
      refusal = await this.tryToTake(cue)
    }
    if (refusal) throw new Error(`${cue} was refused: ${JSON.stringify(refusal)}`)
    await waitUntil(`${cue} is on air`, () => this.mc.connection.entries.get('on-air') === cue)
  }

  /** Answers the refusal, if it was refused. */
  async tryToTake(cue: string): Promise<RefusalReceived | undefined> {
    const ports = { ...this.mc.ports, connection: this.mc.observed }
    for (;;) {
      await this.#mcIsConnected()
      const onAir = v.parse(onAirEntry, this.mc.connection.entries.get('on-air'))
      let outcome = await sendCommand({ type: 'take', cue, onAir }, ports)
      while (outcome.kind === 'no-answer') {
        await this.#mcIsConnected()
        outcome = await outcome.retry()
      }
      if (outcome.kind === 'recorded') return undefined
      if (outcome.kind === 'refused') return outcome.refusal
    }
  }

  async #mcIsConnected(): Promise<void> {
    await waitUntil('the MC is connected', () => this.mc.connection.status === 'live')
  }

  close(): void {
    for (const phone of this.phones) phone.close()
    this.mc.connection.close()
    this.stage.connection.close()
  }
}

function definitionOf(teams: readonly string[]): DefinitionInput {
  return {
    format: 1,
    id: contest,
    title: 'Hội thi giữa những lần mất điện',
    teams: teams.map((id) => ({ id, name: `Đội ${id}` })),
    judges: judges.map((id) => ({ id, name: `Giám khảo ${id}` })),
    stages: [
      {
        id: 'chung-ket',
        title: 'Chung kết',
        reveal: 'ceremony',
        rounds: rounds.map((id) => ({
          id,
          title: id,
          maximum: '10',
          criteria: [{ id: 'chung', title: 'Điểm chung', scale: { max: '10' } }],
        })),
      },
    ],
  }
}
