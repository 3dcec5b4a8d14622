/** Hubs and contests that have moved: what is served, what is refused, and that nothing is lost on the way. */
import type { Ledger } from '@bang-diem/server/ledgers/ledger.ts'
import { presenceSchema } from '@bang-diem/shared/protocol/down.ts'
import * as v from 'valibot'
import { expect, onTestFinished, test } from 'vitest'
import { startHub } from '../harness/hub-process.ts'
import { hubInside } from '../hub/inside.ts'
import { createContest, join } from '../robot/api.ts'
import { Page } from '../robot/page.ts'
import { definitionOfThree } from '../rules/small-contest.ts'
import { newFolder, openIn, patience } from './histories.ts'

const contest = 'hoi-thi'
const key = 'khoa-cua-ban-to-chuc'

/** A folder with contests of these ids in it, and nobody who has it open. */
async function folderWith(...ids: readonly string[]): Promise<string> {
  const folder = await newFolder()
  const hub = await startHub({ dataFolder: folder, organiserKey: key })
  for (const id of ids) await createContest(hub.url, hub.organiserKey, { ...definitionOfThree(), id })
  await hub.stop()
  return folder
}

async function mark(folder: string, ...ids: readonly string[]): Promise<void> {
  const ledger = await openIn(folder)
  for (const id of ids) await ledger.markMoved(id, `nhà mới của ${id}`)
  await ledger.close()
}

test('L-54: a hub all of whose contests have moved does not start, and says in one line where they are', async () => {
  const folder = await folderWith('mot', 'hai')
  await mark(folder, 'mot', 'hai')
  const ended: unknown = await startHub({ dataFolder: folder }).catch((error: unknown) => error)
  const said = ended instanceof Error ? ended.message.trim() : ''
  expect(said).toMatch(/^the hub ended with 70: .*đã chuyển.* · Moved/)
  expect(said).toContain('mot → nhà mới của mot')
  expect(said).toContain('hai → nhà mới của hai')
  expect(said.split('\n')).toHaveLength(1)
})

test('L-54: of several contests those that have not moved are served, and none begins under the id of one that has', async () => {
  const folder = await folderWith('mot', 'hai')
  await mark(folder, 'mot')
  const hub = await startHub({ dataFolder: folder, organiserKey: key })
  onTestFinished(() => hub.stop())
  const served = v.parse(
    v.array(v.looseObject({ id: v.string() })),
    await (await fetch(`${hub.url}/api/contests`)).json(),
  )
  expect(served.map(({ id }) => id)).toEqual(['hai'])
  const again = createContest(hub.url, key, { ...definitionOfThree(), id: 'mot' })
  await expect(again).rejects.toThrow('contest-exists')
})

test('L-55: commands are refused so that outboxes keep them, staff are told, and all goes on if the move comes to nothing', async () => {
  let ledger: Ledger | undefined
  const { port, codes, room } = await hubInside({}, (opened) => {
    ledger = opened
    return opened
  })
  if (!ledger) throw new Error('the hub opened no ledger')
  const url = `http://127.0.0.1:${port}`
  const { session } = await join(url, `${url}/#code=${codes.get('mc') ?? ''}`)
  const mc = new Page(url, { contest, session })
  onTestFinished(() => mc.close())
  const warnings: string[][] = []
  mc.socket.on('presence', (message) => warnings.push(v.parse(presenceSchema, message).warnings))
  await mc.until('the first snapshot', () => mc.replica.version !== null)
  await ledger.markMoved(contest, 'nhà mới')
  const { number } = room.state.head
  const refused = await mc.send({ type: 'show', scene: { kind: 'title' }, onAir: null }, 'cue-1')
  expect(refused).toMatchObject({ ok: false, refusal: { code: 'ledger-unavailable', reason: 'contest-moved' } })
  expect((await ledger.head(contest)).number).toBe(number)
  await expect.poll(() => warnings.at(-1), patience).toContain('contest-moved')
  await ledger.markMoved(contest, null)
  expect(await mc.send({ type: 'show', scene: { kind: 'title' }, onAir: null }, 'cue-1')).toMatchObject({ ok: true })
  await expect.poll(() => warnings.at(-1), patience).toEqual([])
})
