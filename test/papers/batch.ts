/** Random contests in a few hubs at a time, and their documents beside what the API says of them. */

import { availableParallelism } from 'node:os'
import { pageTexts } from '../documents/read-pdf.ts'
import { inLanes } from '../harness/lanes.ts'
import { diceOf } from '../oracle/dice.ts'
import { Api, type Offered } from './api.ts'
import { compared, footDifference } from './compare.ts'
import { randomContest } from './contests.ts'
import { expectedOf } from './expectations.ts'
import type { Expected } from './expected.ts'
import { Facts } from './facts.ts'
import { hubWith, type PaperHub } from './hub.ts'
import type { Language } from './numbers.ts'
import { readPages } from './pages.ts'
import { played } from './people.ts'

const CONTESTS_PER_HUB = 25

export interface Batch {
  readonly contests: number
  readonly seed: number
  /** The most files that are fetched. */
  readonly files: number
}

export interface Tally {
  files: number
  numbers: number
  differences: number
  planted: number
  plantsFound: number
  refused: number
}

export async function comparePapers({ contests, seed, files }: Batch): Promise<Tally> {
  const tally: Tally = { files: 0, numbers: 0, differences: 0, planted: 0, plantsFound: 0, refused: 0 }
  const begins = Array.from({ length: Math.ceil(contests / CONTESTS_PER_HUB) }, (_, index) => index * CONTESTS_PER_HUB)
  await inLanes(begins, availableParallelism(), async (from) => {
    const count = Math.min(CONTESTS_PER_HUB, contests - from)
    const numbers = Array.from({ length: count }, (_, index) => seed * 1_000_000 + from + index)
    const hub = await hubWith(numbers.map((number) => played(randomContest(number), number)))
    try {
      for (const number of numbers) await compareContest(hub, number, tally, files / contests)
    } finally {
      await hub.close()
    }
    console.error(`${from + count} contests, ${tally.files} files, ${tally.differences} differences`)
  })
  return tally
}

interface Wanted {
  readonly offered: Offered
  readonly format: 'pdf' | 'xlsx' | 'csv'
  readonly language: Language
}

async function compareContest(hub: PaperHub, number: number, tally: Tally, most: number): Promise<void> {
  const api = await Api.of(hub.running, `hoi-thi-${number}`)
  const dice = diceOf(number)
  const all = (await Promise.all((['vi', 'en'] as const).map((language) => wantedIn(api, language)))).flat()
  const lacking = all.filter(({ offered }) => offered.lacks.length > 0)
  const ready = all.filter(({ offered }) => offered.lacks.length === 0)
  const chosen = dice.shuffled(ready).slice(0, Math.ceil(most))
  if (chosen.length === 0 && lacking.length === 0) return
  const facts = await Facts.gather(api)
  for (const wanted of chosen) await compareFile(api, facts, wanted, tally)
  for (const wanted of dice.shuffled(lacking).slice(0, Math.ceil(most))) await expectRefusal(api, wanted, tally)
}

async function wantedIn(api: Api, language: Language): Promise<Wanted[]> {
  const offered = (await api.documents(language)).filter(({ fromLinks }) => fromLinks !== true)
  return offered.flatMap((each) => each.formats.map((format) => ({ offered: each, format, language })))
}

async function compareFile(api: Api, facts: Facts, wanted: Wanted, tally: Tally): Promise<void> {
  const { offered, format, language } = wanted
  const fetched = await api.document(`${offered.name}.${format}`, queryOf(wanted))
  const expected = expectedOf(facts, offered, language)
  if (!fetched.ok) {
    const isEmpty = JSON.stringify(fetched.fault).includes('document-empty') && !hasRows(expected)
    if (!isEmpty) report(api, wanted, `answered ${fetched.status}: ${JSON.stringify(fetched.fault)}`, tally)
    return
  }
  const { difference, plantFound, numbers } = await compared({ format, bytes: fetched.bytes, expected, language })
  tally.files += 1
  tally.numbers += numbers
  if (plantFound !== null) tally.planted += 1
  if (plantFound === true) tally.plantsFound += 1
  if (difference !== null) report(api, wanted, difference, tally)
  if (format !== 'pdf') return
  const foot = footDifference(facts, offered, readPages(pageTexts(fetched.bytes), language).foots)
  if (foot !== null) report(api, wanted, foot, tally)
}

function hasRows({ tables, lines }: Expected): boolean {
  return tables.some(({ rows }) => rows.length > 0) || lines.some((list) => list.length > 0)
}

/** Half a paper is never made: the answer names what is missing, as the list does. */
async function expectRefusal(api: Api, wanted: Wanted, tally: Tally): Promise<void> {
  const fetched = await api.document(`${wanted.offered.name}.${wanted.format}`, queryOf(wanted))
  if (fetched.ok) return report(api, wanted, 'was made although something is missing', tally)
  const said = JSON.stringify(fetched.fault)
  // Nothing to print is nothing that could still come.
  const status = wanted.offered.lacks.some(({ code }) => code === 'document-empty') ? 422 : 409
  const isNamed = fetched.status === status && wanted.offered.lacks.every(({ code }) => said.includes(code))
  if (!isNamed) return report(api, wanted, `answered ${fetched.status}: ${said}`, tally)
  tally.refused += 1
}

function queryOf({ offered: { stage, round }, language }: Wanted): Record<string, string> {
  return { language, ...(stage === undefined ? {} : { stage }), ...(round === undefined ? {} : { round }) }
}

function report(api: Api, { offered, format, language }: Wanted, what: string, tally: Tally): void {
  tally.differences += 1
  const about = [offered.stage, offered.round].filter((id) => id !== undefined).join('/')
  console.error(`${api.contest} ${offered.name}.${format} ${about} ${language}: ${what}`)
}
