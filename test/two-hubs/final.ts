/**
 * A final in a real browser on Redis with two hubs, one of which is killed while the jury submits: judges' phones, the MC's and the secretary's
 * consoles and the projector were all loaded from the one that dies. It goes on to certification, ceremony and the final table.
 */
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { type Device, devices } from '../e2e/browser.ts'
import { type Company, gather, playGolden } from '../e2e/golden-play.ts'
import { deskLinkOf } from '../e2e/people/head-judge.ts'
import type { ShownRow } from '../e2e/people/stage.ts'
import { Watch } from '../e2e/watch.ts'
import { definitionFor, type GoldenCase, type GoldenCell, readGoldenCase } from '../golden/golden.ts'
import { chromiumOptions } from '../harness/chromium.ts'
import type { HubProcess } from '../harness/hub-process.ts'
import { createContest } from '../robot/api.ts'
import { Hubs, organiserKey } from './hubs.ts'
import { Screens } from './screens.ts'

const names = ['may-a.test', 'may-b.test'] as const
/** The jury is marking a second team in the last round. */
const strikeAt = 'tieu-pham/b/marking'
/** Sheets that are in when the hub is killed. */
const sheetsIn = 2

export interface Final {
  /** Sheets that were recorded when the hub was killed, of how many. */
  readonly recorded: number
  readonly sheets: number
  /** Seconds until each screen was well again. */
  readonly wellAfter: ReadonlyMap<string, number>
  readonly totals: number
  readonly right: number
  /** What each screen showed, second by second. */
  readonly table: readonly string[]
  readonly problems: readonly string[]
}

/** `pictures`: a folder for pictures of every screen some seconds after the fault. */
export async function playFinal(pictures?: string): Promise<Final> {
  const golden = readGoldenCase()
  const [cell] = golden.expected
  if (!cell) throw new Error('the golden table is empty')
  const hubs = await Hubs.open()
  const rules = names.map((name) => `MAP ${name} 127.0.0.1`).join(',')
  const browser = await chromium.launch(chromiumOptions(`--host-resolver-rules=${rules}`))
  try {
    const [first, second] = await Promise.all([hubs.start({ name: names[0] }), hubs.start({ name: names[1] })])
    const [here, there] = [`http://${names[0]}:${first.port}`, `http://${names[1]}:${second.port}`]
    const watch = new Watch(here, there)
    const device = async (kind: Device) => {
      const page = await (await browser.newContext({ ...devices[kind], locale: 'vi-VN' })).newPage()
      watch.follow(page)
      return page
    }
    const { links } = await createContest(first.url, organiserKey, definitionFor(golden, cell))
    const head = golden.definition.judges.find((judge) => judge.head)?.id ?? ''
    // By then its own address is dead: whoever opens a page anew must open it at a hub that lives.
    const desk = deskLinkOf(links.judges[head]).replace(here, there)
    const company = await gather({ device }, links, desk)
    const evening = new Evening({ golden, company, hub: first, refuge: there, watch, pictures })
    const shown = await playGolden(golden, company, { short: true, after: (cue) => evening.after(cue) })
    return await evening.report(cell, shown)
  } finally {
    await browser.close()
    await hubs.close()
  }
}

interface Night {
  readonly golden: GoldenCase
  readonly company: Company
  /** The one that is killed, and the address of the other. */
  readonly hub: HubProcess
  readonly refuge: string
  readonly watch: Watch
  readonly pictures: string | undefined
}

class Evening {
  readonly #night: Night
  readonly #screens: Screens
  readonly #problems: string[] = []
  #struck: Promise<void> | null = null
  #recorded = 0

  constructor(night: Night) {
    this.#night = night
    this.#screens = new Screens([...this.#pages].map(([name, page]) => ({ name, page })))
  }

  get #pages(): ReadonlyMap<string, Page> {
    const { phones, mc, secretary, stage } = this.#night.company
    return new Map([
      ...[...phones].map(([judge, { page }]) => [judge, page] as const),
      ['MC', mc.page],
      ['secretary', secretary.page],
      ['projector', stage.page],
    ])
  }

  /** The jury and the secretary go on with their work meanwhile, and know nothing of what happens. */
  after(cue: string): Promise<void> {
    if (cue === strikeAt) this.#struck = this.#strike()
    return Promise.resolve()
  }

  async report(cell: GoldenCell, shown: readonly ShownRow[]): Promise<Final> {
    if (!this.#struck) throw new Error(`the cue ${strikeAt} was never taken`)
    await this.#struck
    const { definition } = this.#night.golden
    const right = cell.teams.filter(({ team, rank, total }) => {
      const name = definition.teams.find(({ id }) => id === team)?.name
      const row = shown.find((one) => one.team === name)
      return row?.rank === String(rank) && row.total === total.replace('.', ',')
    })
    return {
      recorded: this.#recorded,
      sheets: this.#night.company.phones.size,
      wellAfter: this.#screens.wellAfter(),
      totals: cell.teams.length,
      right: right.length,
      table: this.#screens.table(-1, 8),
      problems: [...this.#night.watch.problems, ...this.#problems],
    }
  }

  async #strike(): Promise<void> {
    this.#screens.watch()
    while ((await this.#sheetsIn()) < sheetsIn) await new Promise((resolve) => setTimeout(resolve, 20))
    this.#recorded = await this.#sheetsIn()
    this.#night.watch.expect('outage')
    const killed = this.#night.hub.kill()
    this.#screens.strike()
    await killed
    await new Promise((resolve) => setTimeout(resolve, 9_000))
    await this.#screens.stop()
    const { pictures } = this.#night
    for (const [name, page] of this.#pages) {
      this.#problems.push(...(await refugeProblems(name, page, this.#night.refuge)))
      if (pictures !== undefined) await page.screenshot({ path: join(pictures, `${name}.png`) })
    }
  }

  async #sheetsIn(): Promise<number> {
    const lamps = [...this.#night.company.phones.values()].map((phone) => phone.sheetLamp('recorded').count())
    return (await Promise.all(lamps)).reduce((sum, count) => sum + count, 0)
  }
}

/** Each page says what a reload would do, as far as it is any of its reader's business, and its calls over HTTP are answered by the living hub. */
async function refugeProblems(name: string, page: Page, refuge: string): Promise<string[]> {
  const seen = await page.evaluate(async (address) => {
    const answer = await fetch(`${address}/api/contests`, { headers: { authorization: 'Bearer a-key' } })
    return {
      status: answer.status,
      notices: document.querySelectorAll('[data-notice=refuge], [data-part=refuge], [data-connection]').length,
      link: document.querySelector<HTMLAnchorElement>('[data-part=refuge] a')?.href ?? '',
    }
  }, refuge)
  const isDesk = name === 'MC' || name === 'secretary'
  return [
    ...(seen.status === 200 ? [] : [`${name}: a call to the living hub is answered with ${seen.status}`]),
    ...(seen.notices === (name === 'projector' ? 0 : 1) ? [] : [`${name}: ${seen.notices} notices of a dead address`]),
    ...(!isDesk || seen.link.startsWith(`${refuge}/console/#code=`) ? [] : [`${name}: its link is ${seen.link}`]),
  ]
}
