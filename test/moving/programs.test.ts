/** The programs as a person runs them: one line on success, one line in both languages on refusal, and a hub that goes on from a stick. */
import { appendFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { appendNext, readAll, texts } from '@bang-diem/server/ledgers/contract/samples.ts'
import { onAirEntry } from '@bang-diem/shared/views/show-entries.ts'
import { expect, onTestFinished, test } from 'vitest'
import { dataFolder, startHub } from '../harness/hub-process.ts'
import { createContest, join as joinBy } from '../robot/api.ts'
import { Page } from '../robot/page.ts'
import { definitionOfThree } from '../rules/small-contest.ts'
import { contest, fill, historyOf, newFolder, openIn, patience } from './histories.ts'
import { linesInFolder } from './lines.ts'
import { runTool } from './tools.ts'

const organiserKey = 'khoa-cua-ban-to-chuc'

async function filledFolder(notes = texts(5)): Promise<string> {
  const folder = await newFolder()
  const ledger = await openIn(folder)
  await fill({ ledger }, contest, historyOf(contest, notes))
  await ledger.close()
  return folder
}

test.each([
  ['copy', []],
  ['copy', ['--from', 'a']],
  ['copy', ['--to', 'REDIS_URL', '--from', 'a']],
  ['copy', ['--from', 'a', '--to', 'b', '--fast']],
  ['backup', []],
  ['restore', []],
] as const)('L-50: %s with %j says how it is used', async (name, args) => {
  const { code, said } = await runTool(name, args)
  expect(said).toMatch(/^Cách dùng · Usage: npm (?:run|start)/)
  expect(code).toBe(67)
})

test('L-50: copy says what has moved, a second time too, and names what it cannot find', async () => {
  const [from, to] = [await filledFolder(), join(await newFolder(), 'nhà mới')]
  for (const _ of ['once', 'again']) {
    const { code, said } = await runTool('copy', ['--from', from, '--to', to])
    expect(said).toBe(
      `Đã chuyển 1 hội thi (6 bản ghi) từ ${from} sang ${to}, đã đối chiếu từng dòng. · Moved 1 contests (6 commits) to ${to}, every line compared.`,
    )
    expect(code).toBe(0)
  }
  expect(linesInFolder(to, contest)).toEqual(linesInFolder(from, contest))
  const nowhere = await runTool('copy', ['--from', join(from, 'không có'), '--to', to])
  expect(nowhere).toMatchObject({ code: 71, said: expect.stringContaining('There is no ledger in the folder') })
})

test('L-52: copy refuses in one line what would overwrite another history', async () => {
  const [from, to] = [await filledFolder(), await newFolder()]
  const ledger = await openIn(to)
  await fill({ ledger }, contest, historyOf(contest, texts(2), 'khác'))
  await ledger.close()
  const { code, said } = await runTool('copy', ['--from', from, '--to', to])
  expect(said).toMatch(/^Ở .* đã có một sổ ghi khác .* · .* different from commit 1 on; nothing is overwritten\.$/)
  expect(code).toBe(71)
})

test('L-32: copy from a folder on which a hub runs is refused in one line', async () => {
  const folder = await filledFolder()
  const ledger = await openIn(folder)
  const { code, said } = await runTool('copy', ['--from', folder, '--to', await newFolder()])
  expect(said).toMatch(/^Thư mục dữ liệu .* đang được một Bảng Điểm khác dùng.* · The data folder is in use/)
  expect(code).toBe(65)
  await appendNext(ledger, contest, ['vẫn ghi được'])
})

test('L-58: backup writes a file that restore puts back, while the ledger is open', async () => {
  const folder = await filledFolder()
  const ledger = await openIn(folder)
  const file = join(await newFolder(), 'bản sao.sqlite')
  const made = await runTool('backup', ['--from', folder, '--to', file])
  expect(made).toEqual({ code: 0, said: `Đã sao lưu ${folder} vào ${file}. · Backed up to ${file}.` })
  const fresh = await newFolder()
  const restored = await runTool('restore', [file], { DATA_DIR: fresh })
  expect(restored.said).toMatch(/^Hội thi dan-van-kheo-2026: đã khôi phục 6 bản ghi/)
  expect(linesInFolder(fresh, contest)).toEqual((await readAll(ledger, contest)).map(({ line }) => line))
})

test('L-59: restore refuses in one line what it cannot read, and what was changed', async () => {
  const folder = await newFolder()
  const [odd, changed] = [join(folder, 'odd'), join(folder, 'changed')]
  await writeFile(odd, 'một dòng\n')
  const lines = historyOf(contest, texts(5)).map(({ line }) => line)
  await writeFile(changed, lines.join('\n').replace('ghi chú 3', 'ghi chu 3'))
  await writeFile(join(folder, 'sqlite'), `SQLite format 3\0${'x'.repeat(5000)}`)
  for (const [file, code, words] of [
    [join(folder, 'none'), 71, /^Không đọc được .* · Cannot read/],
    [odd, 71, /^Không đọc được .* · Cannot read/],
    [changed, 68, /^Sổ ghi của hội thi dan-van-kheo-2026 không còn nguyên vẹn ở bản ghi 4/],
    [join(folder, 'sqlite'), 71, /^Không đọc được .* · Cannot read/],
  ] as const) {
    const ended = await runTool('restore', [file], { DATA_DIR: join(folder, 'data') })
    expect(ended).toEqual({ code, said: expect.stringMatching(words) })
    expect(ended.said).not.toContain('\n')
  }
})

test('L-59: L-60: after the laptop died the show goes on from the stick, with every session and every receipt', async () => {
  const [lost, stick, fresh] = [await dataFolder(), await newFolder(), await newFolder()]
  const hub = await startHub({ dataFolder: lost.path, organiserKey, mirror: stick })
  const { id, links } = await createContest(hub.url, organiserKey, definitionOfThree())
  const { session } = await joinBy(hub.url, links.mc)
  const mc = new Page(hub.url, { contest: id, session })
  onTestFinished(() => mc.close())
  await mc.until('the first snapshot', () => mc.replica.version !== null)
  const shown = await mc.send({ type: 'show', scene: { kind: 'title' }, onAir: null }, 'cue-1')
  if (!shown.ok) throw new Error('the MC is refused')
  const file = join(stick, `${id}.jsonl`)
  await expect.poll(() => readFile(file, 'utf8'), patience).toContain('cue-1')
  await hub.kill()
  await lost.remove()
  await appendFile(file, '{"number":4,"at":17')

  const { code, said } = await runTool('restore', [file], { DATA_DIR: fresh })
  expect(said.split('\n')).toEqual([
    expect.stringMatching(/^Hội thi hoi-thi: đã khôi phục 3 bản ghi/),
    expect.stringMatching(/^Dòng cuối của .* bị cắt giữa chừng \(19 byte\) nên bỏ qua/),
  ])
  expect(code).toBe(0)
  const next = await startHub({ dataFolder: fresh, organiserKey, mirror: stick, port: hub.port })
  onTestFinished(() => next.stop())
  await mc.until('the hub is back', () => mc.socket.connected)
  // The same command again gets the answer that it had from the laptop that died.
  expect(await mc.send({ type: 'show', scene: { kind: 'title' }, onAir: null }, 'cue-1')).toEqual(shown)
  const onAir = mc.entry('on-air', onAirEntry) ?? null
  const again = await mc.send({ type: 'show', scene: { kind: 'stand-by' }, onAir }, 'cue-2')
  expect(again.ok).toBe(true)
  await expect.poll(() => readFile(file, 'utf8'), patience).toContain('cue-2')
})

test('L-51: killed at any moment a copy leaves at most one place that goes on, and goes on itself', async () => {
  const from = await filledFolder(texts(12_000))
  const to = join(await newFolder(), 'nhà mới')
  const goOn = async (folder: string) => {
    const ledger = await openIn(folder)
    const [moved, held] = [await ledger.moved(), await ledger.contests()]
    await ledger.close()
    return held.includes(contest) && !moved.has(contest)
  }
  let cutOff = 0
  for (const ms of [150, 300, 450, 550, 650, 750, 850, 950]) {
    const { code } = await runTool('copy', ['--from', from, '--to', to], {}, ms)
    if (code === null) cutOff += 1
    expect([await goOn(from), await goOn(to)].filter(Boolean).length).toBeLessThanOrEqual(1)
  }
  expect(cutOff).toBeGreaterThan(0)
  expect((await runTool('copy', ['--from', from, '--to', to])).code).toBe(0)
  expect([await goOn(from), await goOn(to)]).toEqual([false, true])
  expect(linesInFolder(to, contest)).toEqual(linesInFolder(from, contest))
})
