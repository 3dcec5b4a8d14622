/** What must be true after any fault: nothing lost, nothing twice, nobody was told what was not so, every page shows what a fresh one shows. */
import { isDeepStrictEqual } from 'node:util'
import { type Crowd, contest } from './crowd.ts'
import { auditLedger, countSheets, type Receipt } from './ledger-check.ts'
import { Page } from './page.ts'
import type { Venue } from './venue.ts'
import { waitUntil } from './wait.ts'

export interface Aftermath {
  /** Different commands of which somebody was told that they are recorded for good. */
  readonly acknowledged: number
  readonly lost: number
  readonly duplicated: number
  /** How many answers had said only "received", and stand under another number now: the phones have sent them again. */
  readonly broughtBack: number
  readonly faults: readonly string[]
}

export async function aftermath(venue: Venue, crowd: Crowd): Promise<Aftermath> {
  await venue.allServe()
  await waitUntil('everybody is well', () => crowd.isWell)
  await waitUntil('everything that was received is called durable', () => isSettled(receiptsOf(crowd)))
  const receipts = receiptsOf(crowd)
  const histories = await venue.histories(contest)
  const [[, lines] = ['', []]] = histories
  const { chain, duplicated, lost, forgotten } = auditLedger(contest, lines, receipts)
  const sheets = countSheets(lines)
  const submitted = crowd.phones.flatMap(({ outbox }) => outbox.items).length
  const faults = [
    ...chain,
    ...duplicated,
    ...lost,
    ...forgotten.filter((each) => !each.includes(' of mc,')),
    ...crowd.phones.flatMap(({ lies }) => lies),
  ]
  if (sheets !== submitted) faults.push(`${submitted} sheets were submitted and ${sheets} are in the history`)
  for (const [name, other] of histories) {
    if (!isDeepStrictEqual(other, lines)) faults.push(`${name} has another history: ${other.length} commits`)
  }
  for (const { judge, lamp } of crowd.phones) {
    if (lamp !== 'recorded') faults.push(`the lamp of ${judge} says ${lamp} in the end`)
  }
  for (const url of venue.urls) {
    if (!(await showsWhatAFreshPageShows(url, crowd)))
      faults.push(`the stage screen differs from a fresh page on ${url}`)
  }
  const acknowledged = new Set(receipts.filter(({ isDurable }) => isDurable).map(({ by, id }) => `${id} of ${by}`)).size
  const broughtBack = receipts.filter(({ commit, hash, isDurable }) => {
    return !isDurable && !lines[commit - 1]?.endsWith(`"hash":"${hash}"}`)
  }).length
  return { acknowledged, lost: lost.length, duplicated: duplicated.length, broughtBack, faults }
}

function receiptsOf({ phones, mc }: Crowd): Receipt[] {
  const ofJudges = phones.flatMap(({ judge, page }) => page.told.acks.map((ack) => ({ by: `judge:${judge}`, ...ack })))
  return [...ofJudges, ...mc.told.acks.map((ack) => ({ by: 'mc', ...ack }))]
}

/** Of the newest answer to each command of a judge it is known that it is durable; the MC's page holds no receipts. */
function isSettled(receipts: readonly Receipt[]): boolean {
  const newest = new Map(receipts.map((receipt) => [`${receipt.id} of ${receipt.by}`, receipt]))
  return [...newest.values()].every(({ by, isDurable }) => isDurable || by === 'mc')
}

async function showsWhatAFreshPageShows(url: string, { stage }: Crowd): Promise<boolean> {
  const fresh = new Page(url, { contest, screen: 'stage', name: 'fresh' }, 1)
  await waitUntil('a fresh page is connected', () => fresh.isSteady)
  const same = isDeepStrictEqual(new Map(stage.connection.entries), new Map(fresh.connection.entries))
  fresh.connection.close()
  return same
}
