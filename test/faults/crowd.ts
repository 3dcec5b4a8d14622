/** A stage while a round is marked: ten judges' phones, the MC's page and the stage screen, all on one hub. */
import type { DefinitionInput } from '@bang-diem/shared/contest/definition.ts'
import { sendCommand } from '@bang-diem/shared/link/send-command.ts'
import type { RefusalReceived } from '@bang-diem/shared/link/transport.ts'
import { onAirEntry } from '@bang-diem/shared/views/entries.ts'
import * as v from 'valibot'
import { createContest, join } from '../robot/api.ts'
import { Page } from './page.ts'
import { Phone } from './phone.ts'
import type { SupervisedHub } from './supervised-hub.ts'
import { waitUntil } from './wait.ts'

export const contest = 'hoi-thi'
const judges = Array.from({ length: 10 }, (_, index) => `gk${index + 1}`)
const rounds = Array.from({ length: 12 }, (_, index) => `phan-thi-${index + 1}`)

export class Crowd {
  readonly phones: readonly Phone[]
  readonly mc: Page
  readonly stage: Page
  /** Team by team, round by round: what is still to be performed. */
  readonly #ahead: { readonly round: string; readonly team: string }[]

  private constructor(phones: readonly Phone[], mc: Page, stage: Page, teams: readonly string[]) {
    this.phones = phones
    this.mc = mc
    this.stage = stage
    this.#ahead = rounds.flatMap((round) => teams.map((team) => ({ round, team })))
  }

  /** Opens the contest with room for so many performances, lets everyone in and waits until all are live. */
  static async gather(hub: SupervisedHub, performances: number, seed: number): Promise<Crowd> {
    const teams = Array.from({ length: Math.ceil(performances / rounds.length) }, (_, index) => `doi-${index + 1}`)
    const { links } = await createContest(hub.url, hub.organiserKey, definitionOf(teams))
    const phones: Phone[] = []
    for (const [index, judge] of judges.entries()) {
      const { session } = await join(hub.url, links.judges[judge] ?? '')
      phones.push(new Phone(judge, hub.url, { contest, session }, seed * 100 + index))
    }
    const { session } = await join(hub.url, links.mc)
    const mc = new Page(hub.url, { contest, session, name: 'mc' }, seed * 100 + 50)
    const stage = new Page(hub.url, { contest, screen: 'stage', name: 'stage' }, seed * 100 + 51)
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
    return this.pages.reduce((sum, { unanswered }) => sum + unanswered.size, 0)
  }

  /** Where everybody is, for a report of what went wrong. */
  get situation(): string {
    const pages = this.pages.map(({ name, connection, unanswered }) => {
      return `${name} ${connection.status}, connection ${connection.connections}, ${unanswered.size} unanswered`
    })
    const outboxes = this.phones
      .filter((phone) => !phone.isDrained)
      .map(({ judge, lamp }) => `${judge}'s lamp: ${lamp}`)
    return [...pages, ...outboxes].join('\n')
  }

  async steady(): Promise<void> {
    await waitUntil('everybody is connected and hears the hub', () => this.pages.every(({ isSteady }) => isSteady))
  }

  /** The MC calls the next team, whose sheets are open from then on. */
  async callNext(): Promise<{ readonly round: string; readonly team: string }> {
    const next = this.#ahead.shift()
    if (!next) throw new Error('the contest has no more performances')
    await this.take(`${next.round}/${next.team}/perform`)
    return next
  }

  /** Takes a cue, through however many restarts of the hub, as an MC who presses again when told that no answer came. */
  async take(cue: string): Promise<void> {
    const refusal = await this.tryToTake(cue)
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
