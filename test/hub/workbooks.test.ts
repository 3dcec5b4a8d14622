/** Definitions as workbooks over HTTP: who may have one checked, what is told of a bad one, and what is given out. */
import { bytesOf } from '@bang-diem/server/workbooks/write-workbook.ts'
import { parseDefinition } from '@bang-diem/shared/contest/definition.ts'
import { presets } from '@bang-diem/shared/contest/presets/registry.ts'
import { sheetsOf } from '@bang-diem/shared/contest/workbook/export.ts'
import * as v from 'valibot'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { goodDefinition, goodInput } from '../definitions/good-definition.ts'
import { Paper } from '../definitions/sheet-paper.ts'
import { readFile } from '../definitions/try-broken.ts'
import { join } from '../robot/api.ts'
import { contest, type Live, startLive } from './live.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

let live: Live
beforeAll(async () => {
  live = await startLive()
})
afterAll(() => live.close())

interface Asked {
  readonly key?: string | undefined
  readonly type?: string
  readonly language?: string
}

async function check(body: Buffer | string, { key, type = XLSX, language = 'vi' }: Asked, query = '') {
  const headers: Record<string, string> = { 'content-type': type, 'accept-language': language }
  if (key !== undefined) headers.authorization = `Bearer ${key}`
  const sent = typeof body === 'string' ? body : new Uint8Array(body)
  const response = await fetch(`${live.hub.url}/api/workbook${query}`, { method: 'POST', headers, body: sent })
  const answer: unknown = await response.json()
  return { status: response.status, type: response.headers.get('content-type') ?? '', answer }
}

async function get(path: string, key?: string) {
  const headers: Record<string, string> = key === undefined ? {} : { authorization: `Bearer ${key}` }
  const response = await fetch(`${live.hub.url}${path}`, { headers })
  return {
    status: response.status,
    name: response.headers.get('content-disposition') ?? '',
    bytes: Buffer.from(await response.arrayBuffer()),
  }
}

const key = () => live.hub.organiserKey

test('D-35: a workbook is answered as the definition in it, with every default', async () => {
  const body = await bytesOf(sheetsOf(goodDefinition(), 'vi'))
  const checked = await check(body, { key: key() })
  expect(checked).toMatchObject({ status: 200, answer: { definition: goodDefinition() } })
  const unnamed = await check(body, { key: key(), type: 'application/octet-stream' })
  expect(unnamed.answer).toEqual(checked.answer)
})

test('D-35: JSON is checked in the same way', async () => {
  const type = 'application/json; charset=utf-8'
  const checked = await check(JSON.stringify(goodInput), { key: key(), type })
  expect(checked).toMatchObject({ status: 200, answer: { definition: goodDefinition() } })
  const broken = await check(JSON.stringify({ ...goodInput, teams: [] }), { key: key(), type })
  expect(broken).toMatchObject({ status: 400, answer: { problems: [{ path: 'teams', code: 'too-short' }] } })
})

test('D-32 D-35: every problem is told with its cell, in the caller’s language', async () => {
  const paper = new Paper(sheetsOf(goodDefinition(), 'vi'))
  paper.write('Tiêu chí', 2, 'Điểm cao nhất', 'mười')
  paper.write('Giám khảo', 3, 'Họ và tên', null)
  const body = await bytesOf(paper.sheets)
  const vietnamese = await check(body, { key: key() })
  expect(vietnamese).toMatchObject({
    status: 400,
    type: expect.stringContaining('application/problem+json'),
    answer: {
      code: 'body-invalid',
      problems: [
        { cell: 'Giám khảo!B3', path: 'judges[1].name', code: 'required' },
        { cell: 'Tiêu chí!E2', path: 'stages[0].rounds[0].criteria[0].scale.max', code: 'not-a-decimal' },
      ],
    },
  })
  const titles = (answer: unknown) =>
    v.parse(v.object({ problems: v.array(v.object({ title: v.string() })) }), answer).problems.map(({ title }) => title)
  expect(titles(vietnamese.answer)[0]).toMatch(/^Giám khảo!B3 – Giám khảo 2 › tên: /)
  expect(titles((await check(body, { key: key(), language: 'en' })).answer)[0]).toMatch(
    /^Giám khảo!B3 – Judge 2 › name: /,
  )
})

test('D-35: it is for the organiser: the key, or a session of the organiser of a contest', async () => {
  const body = await bytesOf(sheetsOf(goodDefinition(), 'vi'))
  const organiser = await join(live.hub.url, live.links.console)
  const secretary = await join(live.hub.url, live.links.secretary)
  expect((await check(body, {})).answer).toMatchObject({ status: 401, code: 'key-required' })
  expect((await check(body, { key: organiser.session })).status).toBe(401)
  expect((await check(body, { key: organiser.session }, '?contest=khong-co')).status).toBe(401)
  expect((await check(body, { key: secretary.session }, `?contest=${contest}`)).status).toBe(401)
  expect((await check(body, { key: organiser.session }, `?contest=${contest}`)).status).toBe(200)
  const newer = await join(live.hub.url, live.links.console)
  expect((await check(body, { key: organiser.session }, `?contest=${contest}`)).answer).toMatchObject({
    code: 'seat-taken-over',
  })
  expect((await check(body, { key: newer.session }, `?contest=${contest}`)).status).toBe(200)
})

test.each([
  ['nothing at all', Buffer.alloc(0)],
  ['a text', Buffer.from('Đội 1;Đội 2')],
  ['an archive that is cut off', Buffer.from('PK\u0003\u0004')],
])('D-34: %s is one clear problem', async (_, body) => {
  expect(await check(body, { key: key() })).toMatchObject({
    status: 400,
    answer: { problems: [{ path: '', code: 'not-a-workbook' }] },
  })
})

test('D-34: a file that is too large is told the bound for workbooks', async () => {
  const { status, answer } = await check(Buffer.alloc(3 * 1024 * 1024), { key: key() })
  expect(status).toBe(413)
  expect(answer).toMatchObject({ code: 'body-too-large', bytes: 2 * 1024 * 1024 })
})

test('D-36: anyone gets the empty workbook and every preset as one', async () => {
  const empty = await get('/api/workbook/empty.xlsx')
  expect(empty).toMatchObject({ status: 200, name: 'attachment; filename=mau-the-le.xlsx' })
  expect((await check(empty.bytes, { key: key() })).answer).toMatchObject({
    problems: expect.arrayContaining([expect.objectContaining({ cell: 'Đội thi!A2', code: 'too-short' })]),
  })
  for (const { id, definition } of presets) {
    const example = await get(`/api/workbook/example.xlsx?preset=${id}&language=en`)
    expect(await readFile(example.bytes)).toEqual(parseDefinition(definition))
  }
  expect((await get('/api/workbook/example.xlsx')).name).toContain(presets[0]?.id)
  expect((await get('/api/workbook/example.xlsx?preset=khong-co')).status).toBe(404)
  expect((await get('/api/workbook/example.xlsx?preset=a&preset=b')).status).toBe(404)
})

test('D-36: organiser and secretary get the present definition of their contest, as a workbook and as JSON', async () => {
  const path = `/api/contests/${contest}/definition`
  const secretary = await join(live.hub.url, live.links.secretary)
  const judge = await join(live.hub.url, live.links.judges.gk2 ?? '')
  const json = await get(`${path}.json`, secretary.session)
  const parsed = parseDefinition(JSON.parse(json.bytes.toString()))
  expect(parsed).toMatchObject({ ok: true, definition: { id: contest } })
  const workbook = await get(`${path}.xlsx`, key())
  expect(workbook.name).toBe(`attachment; filename=${contest}.xlsx`)
  expect(await readFile(workbook.bytes)).toEqual(parsed)
  for (const form of ['json', 'xlsx']) {
    expect((await get(`${path}.${form}`)).status).toBe(401)
    expect((await get(`${path}.${form}`, judge.session)).status).toBe(401)
    expect((await get(`/api/contests/khong-co/definition.${form}`, key())).status).toBe(404)
  }
})
