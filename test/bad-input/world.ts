/**
 * The hub that is tried, as a process of its own, with two contests in it: one whose first team is on stage with a sheet submitted,
 * and one in which nothing has happened. Only what is public is used, so that the tries are those of a stranger.
 */

import { dataFolder, startHub } from '../harness/hub-process.ts'
import { type Created, createContest, join } from '../robot/api.ts'
import { Page } from '../robot/page.ts'
import { definitionOfThree } from '../rules/small-contest.ts'

export type Role = 'judge' | 'head' | 'mc' | 'secretary' | 'organiser'
export const roles: readonly Role[] = ['judge', 'head', 'mc', 'secretary', 'organiser']

export interface World {
  readonly url: string
  readonly port: number
  readonly key: string
  readonly busy: Contest
  readonly quiet: Contest
  /** The lines of the busy contest's ledger, and of the quiet one's: what no try may change. */
  heads(): Promise<string>
  /** True while the process lives and answers. */
  isAlive(): Promise<boolean>
  /** What the hub has printed as errors. */
  printed(): string
  close(): Promise<void>
}

export interface Contest {
  readonly id: string
  readonly created: Created
  readonly pages: Readonly<Record<Role, Page>>
  readonly sessions: Readonly<Record<Role, string>>
}

export async function makeWorld(): Promise<World> {
  const folder = await dataFolder()
  const hub = await startHub({ dataFolder: folder.path })
  const busy = await makeContest(hub.url, hub.organiserKey, 'hoi-thi-a')
  const quiet = await makeContest(hub.url, hub.organiserKey, 'hoi-thi-b')
  await begin(busy)
  const lines = async (contest: string) => {
    const headers = { authorization: `Bearer ${hub.organiserKey}` }
    const response = await fetch(`${hub.url}/api/contests/${contest}/ledger`, { headers })
    return (await response.text()).split('\n').length
  }
  return {
    url: hub.url,
    port: hub.port,
    key: hub.organiserKey,
    busy,
    quiet,
    heads: async () => `${await lines(busy.id)} ${await lines(quiet.id)}`,
    isAlive: async () => hub.child.exitCode === null && (await fetch(`${hub.url}/healthz`)).ok,
    printed: () => hub.printed(),
    close: async () => {
      for (const { pages } of [busy, quiet]) for (const page of Object.values(pages)) page.close()
      await hub.stop()
      await folder.remove()
    },
  }
}

async function makeContest(url: string, key: string, id: string): Promise<Contest> {
  const created = await createContest(url, key, { ...definitionOfThree(), id })
  const { links } = created
  const session = async (link: string | undefined) => (await join(url, link ?? '')).session
  const sessions: Record<Role, string> = {
    judge: await session(links.judges.gk2),
    head: await session(links.judges.gk1),
    mc: await session(links.mc),
    secretary: await session(links.secretary),
    organiser: await session(links.console),
  }
  const page = (role: Role) => new Page(url, { contest: id, session: sessions[role] })
  const pages: Record<Role, Page> = {
    judge: page('judge'),
    head: page('head'),
    mc: page('mc'),
    secretary: page('secretary'),
    organiser: page('organiser'),
  }
  for (const role of roles) {
    await pages[role].until(
      `${role} is connected and drives`,
      () => pages[role].replica.version !== null && pages[role].driving,
    )
  }
  return { id, created, pages, sessions }
}

/** Team a is on stage, judge gk2's sheet is in; teams b and c have not been called. */
async function begin({ pages }: Contest): Promise<void> {
  await pages.mc.must({ type: 'take', cue: 'chao-hoi/a/perform', onAir: null })
  const marks = { 'noi-dung': '8', 'hinh-thuc': '8' }
  await pages.judge.must({ type: 'submitSheet', round: 'chao-hoi', team: 'a', run: 0, revision: 0, marks })
}
