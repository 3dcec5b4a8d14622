/**
 * The golden case played by people at real pages: every mark typed on a phone's keypad, times and points by the secretary, cues by the MC,
 * certification by the head judge, and the final table read off the projector. It knows what was recorded by hand, never what the engine says.
 */
import type { Page } from '@playwright/test'
import type { GoldenCase } from '../golden/golden.ts'
import type { Created } from '../robot/api.ts'
import type { Device } from './browser.ts'
import { HeadJudge } from './people/head-judge.ts'
import { Mc } from './people/mc.ts'
import { Phone } from './people/phone.ts'
import { Secretary } from './people/secretary.ts'
import { type ShownRow, Stage } from './people/stage.ts'
import type { Venue } from './venue.ts'

export interface Company {
  readonly phones: ReadonlyMap<string, Phone>
  readonly mc: Mc
  readonly secretary: Secretary
  readonly stage: Stage
  /** The head judge's seat is driven by the newest device, so the desk is opened only when the marking is done. */
  openHeadDesk(): Promise<HeadJudge>
  /** Everybody switches off. */
  leave(): Promise<void>
}

export interface Course {
  /** Passes over what may be passed over, where one press does. */
  readonly short?: boolean
  readonly before?: (cue: string) => Promise<void>
  readonly after?: (cue: string) => Promise<void>
}

type Performance = GoldenCase['performances'][number]

/** Everyone at a device of their own, with their own link. `headDesk` is the link of the head judge's desk. */
export async function gather(
  venue: Pick<Venue, 'device'>,
  links: Created['links'],
  headDesk: string,
): Promise<Company> {
  const pages: Page[] = []
  const device = async (kind: Device) => {
    const page = await venue.device(kind)
    pages.push(page)
    return page
  }
  const phones = Object.entries(links.judges).map(async ([judge, link], at) => {
    const page = await device(at % 2 === 0 ? 'small-phone' : 'large-phone')
    return [judge, await new Phone(page).open(link)] as const
  })
  const [stage, mc, secretary, ...judges] = await Promise.all([
    device('projector').then((page) => new Stage(page).open(links.display)),
    device('laptop').then((page) => new Mc(page).open(links.mc)),
    device('laptop').then((page) => new Secretary(page).open(links.secretary)),
    ...phones,
  ])
  return {
    phones: new Map(judges),
    mc,
    secretary,
    stage,
    openHeadDesk: async () => new HeadJudge(await device('laptop')).open(headDesk),
    leave: async () => {
      for (const page of pages) await page.context().close()
    },
  }
}

/** Plays from the first cue to the last and answers the final table as it stands on the projector. */
export async function playGolden(golden: GoldenCase, company: Company, course: Course = {}): Promise<ShownRow[]> {
  for (;;) {
    const offered = await company.mc.offered()
    if (offered === null) return company.stage.finalTable()
    if (offered.endsWith('/certify')) {
      const desk = await company.openHeadDesk()
      await desk.certify(offered.slice(0, -'/certify'.length))
      await company.mc.seesPast(offered)
      continue
    }
    await course.before?.(offered)
    const cue = course.short && mayPassOver(offered) ? await company.mc.later() : await company.mc.next()
    await course.after?.(cue)
    const [round, team, step] = cue.split('/')
    const performance = golden.performances.find((one) => one.round === round && one.team === team)
    if (performance && step === 'marking') await record(golden, company, performance)
  }
}

/** Cues that one press on *later* leaves out; the cue after each of them is never another of them. */
function mayPassOver(cue: string): boolean {
  return /\/(?:intro|title)$/.test(cue)
}

/** The jury marks at the same time, and the secretary writes down what the jury does not. */
async function record({ definition }: GoldenCase, company: Company, performance: Performance): Promise<void> {
  const team = definition.teams.find(({ id }) => id === performance.team)
  const round = definition.stages[0].rounds.find(({ id }) => id === performance.round)
  if (!team || !round) throw new Error(`the golden case has no ${performance.round}/${performance.team}`)
  const sheets = performance.sheets.map(async ({ judge, marks }) => {
    const phone = company.phones.get(judge)
    if (!phone) throw new Error(`the golden case has no judge ${judge}`)
    await phone.fillAndSubmit(team.name, round.title, marks)
  })
  await Promise.all([...sheets, writeDown(company.secretary, performance)])
}

async function writeDown(secretary: Secretary, performance: Performance): Promise<void> {
  await secretary.turnTo(performance.round, performance.team)
  for (const [criterion, points] of Object.entries(performance.tallied)) await secretary.tally(criterion, points)
  for (const { judge, reason } of performance.excused) await secretary.excuse(judge, reason)
  if (performance.seconds !== null) await secretary.recordTime(performance.seconds)
}
