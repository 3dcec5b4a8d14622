/** Seats that were taken over or put out, and a prankster who tries codes from the address that the whole hall shares. */

import { codeOf, createContest, join } from '../robot/api.ts'
import { Page } from '../robot/page.ts'
import { definitionOfThree } from '../rules/small-contest.ts'
import type { Inspector } from './inspector.ts'
import { says, send } from './try-commands.ts'
import type { World } from './world.ts'

const marks = { 'noi-dung': '8', 'hinh-thuc': '8' }

export async function trySeats(world: World, inspector: Inspector): Promise<void> {
  const contest = 'hoi-thi-c'
  const { links } = await createContest(world.url, world.key, { ...definitionOfThree(), id: contest })
  const seat = async (link: string) => {
    const page = new Page(world.url, { contest, session: (await join(world.url, link)).session })
    await page.until('the page is connected', () => page.replica.version !== null)
    return page
  }
  const [older, newer] = [await seat(links.secretary), await seat(links.secretary)]
  await inspector.settle()
  await inspector.try('an older session of the secretary', () =>
    send(older, { id: 'old-1', type: 'note', text: 'x' }, (ack) => says(ack, { code: 'seat-taken-over' })),
  )
  const link = links.judges.gk2 ?? ''
  const [phone, tablet] = [await seat(link), await seat(link)]
  await inspector.settle()
  await inspector.try('an older session of a judge may still empty its outbox', () =>
    send(phone, { id: 'old-2', type: 'submitSheet', round: 'chao-hoi', team: 'a', run: 0, revision: 0, marks }, (ack) =>
      says(ack, { code: 'sheet-not-open' }),
    ),
  )
  const gone = new Promise<unknown>((resolve) => tablet.socket.once('goodbye', resolve))
  await freshLink(world, contest, { role: 'judge', judge: 'gk2' })
  await inspector.settle()
  await inspector.try('a fresh link puts the old devices out at once', async () => {
    const reason: unknown = Reflect.get(Object(await gone), 'reason')
    return { answer: String(reason), wrong: reason === 'seat-revoked' ? null : 'they were not told' }
  })
  await inspector.try('an old link opens nothing any more', async () => {
    const { status } = await tryCode(world, codeOf(link))
    return { answer: String(status), wrong: status === 401 || status === 429 ? null : 'it was answered otherwise' }
  })
  await tryPranks(world, inspector, links.mc)
  for (const page of [older, newer, phone, tablet]) page.close()
}

/** One wrong code after the other from an address, and then a right one from the same: a judge behind the same router. */
async function tryPranks(world: World, inspector: Inspector, link: string): Promise<void> {
  await inspector.try('300 wrong codes are slowed down', async () => {
    const statuses: number[] = []
    for (let index = 0; index < 300; index++) statuses.push((await tryCode(world, wrongCode(index))).status)
    const barred = statuses.filter((status) => status === 429).length
    return { answer: `${barred} of 300 answered 429`, wrong: barred >= 200 ? null : 'not as bounded' }
  })
  await inspector.try('the right code is let in all the same, from the same address', async () => {
    const { status } = await tryCode(world, codeOf(link))
    await inspector.settle()
    return { answer: String(status), wrong: status === 200 ? null : 'a judge could not join' }
  })
}

const wrongCode = (index: number) => `hoi-thi-c.${String(index).padStart(22, 'x')}`

function tryCode(world: World, code: string): Promise<Response> {
  const headers = { 'content-type': 'application/json' }
  return fetch(`${world.url}/api/join`, { method: 'POST', headers, body: JSON.stringify({ code }) })
}

async function freshLink(world: World, contest: string, seat: object): Promise<void> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${world.key}` }
  const path = `${world.url}/api/contests/${contest}/seats`
  const response = await fetch(path, { method: 'POST', headers, body: JSON.stringify(seat) })
  if (response.status !== 201) throw new Error(`a fresh link was answered ${response.status}`)
}
