/** What must be true after any fault: nothing lost, nothing twice, nobody was told what was not so, every page shows what a fresh one shows. */
import { isDeepStrictEqual } from 'node:util'
import { type Crowd, contest } from './crowd.ts'
import { auditLedger, countSheets, type Receipt } from './ledger-check.ts'
import { Page } from './page.ts'
import type { SupervisedHub } from './supervised-hub.ts'
import { waitUntil } from './wait.ts'

export interface Aftermath {
  readonly sheets: number
  readonly faults: readonly string[]
}

export async function aftermath(hub: SupervisedHub, crowd: Crowd): Promise<Aftermath> {
  await waitUntil('every outbox is empty', () => crowd.allLive && crowd.allDrained)
  const lines = await hub.ledger(contest)
  const sheets = countSheets(lines)
  const submitted = crowd.phones.flatMap(({ outbox }) => outbox.items).length
  const faults = [...auditLedger(contest, lines, receiptsOf(crowd)), ...crowd.phones.flatMap(({ lies }) => lies)]
  if (sheets !== submitted) faults.push(`${submitted} sheets were submitted and ${sheets} are in the history`)
  for (const { judge, lamp } of crowd.phones) {
    if (lamp !== 'recorded') faults.push(`the lamp of ${judge} says ${lamp} in the end`)
  }
  if (!(await showsWhatAFreshPageShows(hub, crowd))) faults.push('the stage screen differs from a fresh page')
  return { sheets, faults }
}

function receiptsOf({ phones, mc }: Crowd): Receipt[] {
  const ofJudges = phones.flatMap(({ judge, page }) => page.acks.map((ack) => ({ by: `judge:${judge}`, ...ack })))
  return [...ofJudges, ...mc.acks.map((ack) => ({ by: 'mc', ...ack }))]
}

async function showsWhatAFreshPageShows(hub: SupervisedHub, { stage }: Crowd): Promise<boolean> {
  const fresh = new Page(hub.url, { contest, screen: 'stage', name: 'fresh' }, 1)
  await waitUntil('a fresh page is connected', () => fresh.isSteady)
  const same = isDeepStrictEqual(new Map(stage.connection.entries), new Map(fresh.connection.entries))
  fresh.connection.close()
  return same
}
