/** The robot's seats: everyone that a final needs, each a page of its own that joined by its link. */
import type { Definition } from '@bang-diem/shared/contest/definition.ts'
import { type Created, join } from './api.ts'
import { Page } from './page.ts'

export interface Cast {
  readonly mc: Page
  readonly secretary: Page
  readonly organiser: Page
  /** By judge id; the head judge is among them. */
  readonly judges: ReadonlyMap<string, Page>
  readonly head: Page
  /** Joins again by the same links, for when a person has opened one of them. */
  takeSeatsBack(): Promise<void>
  close(): void
}

export async function castFor(hub: string, definition: Definition, { links }: Created): Promise<Cast> {
  const linkOf = new Map<Page, string>()
  const seat = async (link: string) => {
    const { session, contest } = await join(hub, link)
    const page = new Page(hub, { contest, session })
    linkOf.set(page, link)
    return page
  }
  const judges = new Map<string, Page>()
  for (const { id } of definition.judges) judges.set(id, await seat(links.judges[id] ?? ''))
  const [mc, secretary, organiser] = [await seat(links.mc), await seat(links.secretary), await seat(links.console)]
  const headId = definition.judges.find((judge) => judge.head)?.id
  const head = (headId === undefined ? undefined : judges.get(headId)) ?? organiser
  const pages = [mc, secretary, organiser, ...judges.values()]
  const close = () => {
    for (const page of pages) page.close()
  }
  const takeSeatsBack = async () => {
    for (const [page, link] of linkOf) if (page.driving === false) page.useSession((await join(hub, link)).session)
  }
  return { mc, secretary, organiser, judges, head, takeSeatsBack, close }
}
