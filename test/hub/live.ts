/** A real hub with the small contest in it, and pages that join by its links. */
import type { DefinitionInput } from '@bang-diem/shared/contest/definition.ts'
import { dataFolder, type HubProcess, startHub } from '../harness/hub-process.ts'
import { createContest, join } from '../robot/api.ts'
import { Page } from '../robot/page.ts'
import { definitionOfThree } from '../rules/small-contest.ts'

export const contest = 'hoi-thi'

export interface Live {
  hub: HubProcess
  readonly links: Awaited<ReturnType<typeof createContest>>['links']
  /** A page with a session of its own, by a link. */
  page(link: string | undefined): Promise<Page>
  /** A page with a session that was opened before. */
  pageWith(session: string): Promise<Page>
  hall(screen?: 'stage' | 'audience'): Promise<Page>
  /** Kills the hub as a power cut would and starts it again on the same data. */
  restart(): Promise<void>
  close(): Promise<void>
}

export async function startLive(definition: DefinitionInput = definitionOfThree()): Promise<Live> {
  const folder = await dataFolder()
  const hub = await startHub({ dataFolder: folder.path })
  const { links } = await createContest(hub.url, hub.organiserKey, definition)
  const pages: Page[] = []
  const opened = async (handshake: ConstructorParameters<typeof Page>[1]) => {
    const page = new Page(live.hub.url, handshake)
    pages.push(page)
    await page.until('the first snapshot', () => page.replica.version !== null)
    return page
  }
  const live: Live = {
    hub,
    links,
    page: async (link) => opened({ contest, session: (await join(live.hub.url, link ?? '')).session }),
    pageWith: (session) => opened({ contest, session }),
    hall: (screen = 'stage') => opened({ contest, screen }),
    restart: async () => {
      await live.hub.kill()
      live.hub = await startHub({ dataFolder: folder.path, port: live.hub.port })
    },
    close: async () => {
      for (const page of pages) page.close()
      await live.hub.stop()
      await folder.remove()
    },
  }
  return live
}
