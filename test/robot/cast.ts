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
  close(): void
}

export async function castFor(hub: string, definition: Definition, { links }: Created): Promise<Cast> {
  const seat = async (link: string) => {
    const { session, contest } = await join(hub, link)
    return new Page(hub, { contest, session })
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
  return { mc, secretary, organiser, judges, head, close }
}
