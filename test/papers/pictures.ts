/** Every document of a usual and of a large contest, under each letterhead and in both languages: its pages looked at, and kept as pictures where asked. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type LetterheadId, letterheadIds } from '@bang-diem/shared/contest/letterheads.ts'
import { drawPages } from '../documents/read-pdf.ts'
import { Api, type Offered } from './api.ts'
import { hubWith, type PaperHub } from './hub.ts'
import { largeContest, type Size, sizes } from './large-contests.ts'
import type { Language } from './numbers.ts'
import { lookedAt } from './page-faults.ts'
import { playedToEnd } from './people.ts'

interface Settings {
  /** Where pictures are kept. */
  readonly folder: string | undefined
  /** A few combinations instead of all. */
  readonly isQuick: boolean
}

export interface Pages {
  pages: number
  papers: number
  faults: number
}

/** For looking at: the first pages of a pile of sheets show them all. */
const PAGES_DRAWN = 12
const DOTS_PER_INCH = 60

/** In mm, as the regulations have them. */
const margins: Readonly<Record<LetterheadId, { readonly left: number; readonly right: number }>> = {
  plain: { left: 22, right: 18 },
  party: { left: 30, right: 15 },
  state: { left: 30, right: 15 },
  'youth-union': { left: 30, right: 15 },
}

interface Combination {
  readonly size: Size
  readonly letterhead: LetterheadId
  readonly language: Language
}

export async function checkPictures({ folder, isQuick }: Settings): Promise<Pages> {
  const pages: Pages = { pages: 0, papers: 0, faults: 0 }
  const all = sizes.flatMap((size) =>
    letterheadIds.flatMap((letterhead) =>
      (['vi', 'en'] as const).map((language): Combination => ({ size, letterhead, language })),
    ),
  )
  const chosen = isQuick ? all.slice(0, 1) : all
  const contests = chosen.map((each) => largeContest(each.size, each.letterhead, each.language))
  const hub = await hubWith(contests.map((definition, index) => playedToEnd(definition, index + 1)))
  try {
    for (const combination of chosen) await lookAtAll(hub, combination, folder, pages)
  } finally {
    await hub.close()
  }
  return pages
}

async function lookAtAll(
  hub: PaperHub,
  combination: Combination,
  folder: string | undefined,
  pages: Pages,
): Promise<void> {
  const { size, letterhead, language } = combination
  const contest = largeContest(size, letterhead, language).id
  const api = await Api.of(hub.running, contest)
  for (const offered of await api.documents(language)) {
    const bytes = await fileOf(api, offered, language)
    const name = [contest, offered.name, offered.round].filter((part) => part !== undefined).join('-')
    if (bytes === null) {
      pages.faults += 1
      console.error(`${name}: was not made; it lacks ${JSON.stringify(offered.lacks)}`)
      continue
    }
    const looked = lookedAt(bytes, margins[letterhead])
    pages.papers += 1
    pages.pages += looked.pages
    pages.faults += looked.faults.length
    for (const fault of looked.faults.slice(0, 5)) console.error(`${name}: ${fault}`)
    if (folder !== undefined) await keep(folder, name, bytes)
  }
}

async function fileOf(api: Api, offered: Offered, language: Language): Promise<Buffer | null> {
  const { stage, round } = offered
  const query = { language, ...(stage === undefined ? {} : { stage }), ...(round === undefined ? {} : { round }) }
  const fetched =
    offered.fromLinks === true ? await api.cards(language) : await api.document(`${offered.name}.pdf`, query)
  return fetched.ok ? fetched.bytes : null
}

/** The file and a picture of each page. */
async function keep(folder: string, name: string, bytes: Buffer): Promise<void> {
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, `${name}.pdf`), bytes)
  drawPages(bytes, join(folder, name), PAGES_DRAWN, DOTS_PER_INCH)
}
