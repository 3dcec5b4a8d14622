/**
 * The district's contest as people play it at real pages: an organiser who makes it from a file, phones, the MC, the secretary, the head judge at
 * her desk where equal teams wait, and the projector. What it compares with was worked out by hand.
 */
import type { Locator } from '@playwright/test'
import { atRest } from '../e2e/eyes.ts'
import { expect } from '../e2e/patience.ts'
import { deskLinkOf, HeadJudge } from '../e2e/people/head-judge.ts'
import { hold } from '../e2e/people/hold.ts'
import { Mc } from '../e2e/people/mc.ts'
import { Phone } from '../e2e/people/phone.ts'
import { Secretary } from '../e2e/people/secretary.ts'
import { type ShownRow, Stage } from '../e2e/people/stage.ts'
import type { Venue } from '../e2e/venue.ts'
import type { Created } from '../robot/api.ts'
import { final, judges, marks, nameOf, preliminary, question, scores, tiedAtCut } from './contest.ts'

const head = 'gk1'

export interface Played {
  readonly table: readonly ShownRow[]
  /** Scores on the projector that were those of the paper, of how many. */
  readonly right: number
  readonly shown: number
  /** The teams that the hall was told to come on. */
  readonly called: readonly string[]
}

export class Evening {
  readonly #venue: Venue
  readonly #links: Created['links']
  readonly #phones = new Map<string, Phone>()
  readonly #mc: Mc
  readonly #secretary: Secretary
  readonly #stage: Stage
  #right = 0
  #shown = 0
  #called: readonly string[] = []

  private constructor(venue: Venue, links: Created['links'], people: { mc: Mc; secretary: Secretary; stage: Stage }) {
    this.#venue = venue
    this.#links = links
    this.#mc = people.mc
    this.#secretary = people.secretary
    this.#stage = people.stage
  }

  static async gather(venue: Venue, links: Created['links']): Promise<Evening> {
    const evening = new Evening(venue, links, {
      mc: await new Mc(await venue.device('laptop')).open(links.mc),
      secretary: await new Secretary(await venue.device('laptop')).open(links.secretary),
      stage: await new Stage(await venue.device('calm-projector')).open(links.display),
    })
    for (const judge of judges) {
      const page = await venue.device(judge === head ? 'small-phone' : 'large-phone')
      evening.#phones.set(judge, await new Phone(page).open(links.judges[judge] ?? ''))
    }
    return evening
  }

  /** From the first cue to the last. */
  async play(): Promise<Played> {
    for (;;) {
      const offered = await this.#mc.offered()
      if (offered === null) break
      if (offered === `${preliminary.stage}/certify`) await this.#certifyPreliminary()
      else if (offered === `${final.stage}/certify`) await this.#certifyFinal()
      else if (offered === `${final.stage}/qualifiers`) await this.#settleCut()
      else await this.#take()
    }
    const table = await this.#stage.finalTable()
    return { table, right: this.#right, shown: this.#shown, called: this.#called }
  }

  async picture(path: string): Promise<void> {
    await this.#stage.page.screenshot({ path })
  }

  async #take(): Promise<void> {
    const cue = await this.#mc.next()
    const [round = '', team = '', step] = cue.split('/')
    if (step === 'marking') await this.#mark(round, team)
    if (step === 'score') {
      this.#shown += 1
      const score = await this.#stage.score(round, team)
      if (score === scores[`${round}/${team}`]) this.#right += 1
    }
  }

  /** The jury marks at the same time. */
  async #mark(round: string, team: string): Promise<void> {
    const title = round === preliminary.round ? preliminary.title : final.title
    const given = marks[round]?.[team] ?? []
    await Promise.all(
      [...this.#phones.values()].map((phone, at) =>
        phone.fillAndSubmit(nameOf(team), title, { chung: given[at] ?? '' }),
      ),
    )
  }

  async #certifyPreliminary(): Promise<void> {
    const desk = await this.#headDesk()
    await desk.certify(preliminary.stage)
    await this.#mc.seesPast(`${preliminary.stage}/certify`)
    await desk.page.context().close()
  }

  /** Two teams are equal across the cut: nobody can be called until the head judge has decided, which of them comes on. */
  async #settleCut(): Promise<void> {
    await expect(this.#mc.nextButton).toBeDisabled()
    const { page } = await this.#headDesk()
    const tie = page.locator('[data-part=cut-tie]')
    await expect(tie).toBeVisible()
    await expect(page.locator('[data-act=qualify]')).toHaveCount(0)
    await putFirst(tie, tiedAtCut[0])
    await tie.locator('[name=reason]').fill('Bốc thăm trước hội trường')
    await hold(tie.locator('[data-act=decide-cut]'), tie)
    const coming = page.locator(`[data-part=coming][data-stage="${final.stage}"]`)
    await hold(coming.locator('[data-act=qualify]'), coming.locator('[data-act=qualify]'))
    await expect(coming).toHaveAttribute('data-settled', 'true')
    await page.context().close()
    await this.#phoneAgain()
    await this.#mc.next()
    const names = this.#stage.scene('qualifiers').locator('[data-team]')
    await expect(names.first()).toBeVisible()
    await atRest(this.#stage.page)
    this.#called = await Promise.all(
      (await names.all()).map(async (each) => (await each.getAttribute('data-team')) ?? ''),
    )
  }

  /** Two teams are equal at the top: the secretary writes down the answers, and then it can be certified. */
  async #certifyFinal(): Promise<void> {
    const desk = await this.#headDesk()
    await expect(desk.page.locator('[data-part=tie][data-by=question]')).toBeVisible()
    await expect(desk.page.locator(`[data-stage="${final.stage}"] [data-act=certify]`)).toBeDisabled()
    for (const [team, points] of Object.entries(question)) await this.#secretary.answer(team, points)
    await desk.certify(final.stage)
    await this.#mc.seesPast(`${final.stage}/certify`)
  }

  /** The head judge's seat is driven by the newest device: her desk puts her phone aside, and later the phone the desk. */
  async #headDesk(): Promise<HeadJudge> {
    return new HeadJudge(await this.#venue.device('laptop')).open(deskLinkOf(this.#links.judges[head]))
  }

  async #phoneAgain(): Promise<void> {
    const link = this.#links.judges[head] ?? ''
    const page = await this.#venue.device('small-phone')
    await this.#phones.get(head)?.page.context().close()
    this.#phones.set(head, await new Phone(page).open(link))
  }
}

/** Moves a team of a short list up until it stands first. */
async function putFirst(list: Locator, team: string): Promise<void> {
  const items = list.locator('[data-item]')
  while ((await items.first().getAttribute('data-item')) !== team) {
    await list.locator(`[data-item="${team}"] .arrow`).first().click()
  }
}
