/** The HTTP calls of the contract as programs use them: what they answer, and how they say no. */
import { parseDefinition } from '@bang-diem/shared/contest/definition.ts'
import { checkNext, genesis } from '@bang-diem/shared/ledger/commit.ts'
import { sha256 } from '@bang-diem/shared/ledger/sha256.ts'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { join } from '../robot/api.ts'
import { definitionOfThree } from '../rules/small-contest.ts'
import { contest, type Live, startLive } from './live.ts'

/** Other programs may be using the machine. */
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 })

let live: Live
beforeAll(async () => {
  live = await startLive()
})
afterAll(() => live.close())

async function call(
  path: string,
  { body, key, language = 'vi' }: { body?: unknown; key?: string; language?: string } = {},
) {
  const headers: Record<string, string> = { 'accept-language': language, 'content-type': 'application/json' }
  if (key !== undefined) headers.authorization = `Bearer ${key}`
  const post =
    body === undefined ? {} : { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) }
  const response = await fetch(`${live.hub.url}${path}`, { headers, ...post })
  const type = response.headers.get('content-type') ?? ''
  const answer: unknown =
    type.includes('json') && !type.includes('jsonl') ? await response.json() : await response.text()
  return { status: response.status, type, answer }
}
const key = () => live.hub.organiserKey

describe('saying no', () => {
  test('P-15: a fault is a problem in JSON that names every field and its bound, in the caller’s language', async () => {
    const body = { ...definitionOfThree(), id: 'moi', title: 'x'.repeat(201), teams: [{ id: 'A', name: 'x' }] }
    const vi = await call('/api/contests', { key: key(), body })
    const en = await call('/api/contests', { key: key(), body, language: 'en' })
    expect(vi).toMatchObject({
      status: 400,
      type: expect.stringContaining('application/problem+json'),
      answer: {
        status: 400,
        code: 'body-invalid',
        problems: [
          { path: 'title', code: 'too-long', params: { bound: '200' } },
          { path: 'teams[0].id', code: 'not-an-id' },
        ],
      },
    })
    const titles = (answer: unknown) => {
      const problem = v.object({ title: v.string() })
      const parsed = v.parse(v.object({ title: v.string(), problems: v.array(problem) }), answer)
      return [parsed.title, ...parsed.problems.map(({ title }) => title)]
    }
    const [vietnamese, english] = [titles(vi.answer), titles(en.answer)]
    expect(vietnamese).toHaveLength(3)
    for (const [index, title] of vietnamese.entries()) expect(title).not.toBe(english[index])
    expect(vietnamese[1]).toContain('200')
    expect(english[1]).toContain('200')
  })

  test('P-15: a body that is no JSON, a broken encoding or a broken address is a problem too, and tells nothing of the inside', async () => {
    for (const { answer, status } of [
      await call('/api/join', { body: '{"code": ' }),
      await call('/api/contests/%E0%A4%A'),
    ]) {
      expect(status).toBe(400)
      expect(answer).toMatchObject({ code: 'body-invalid', problems: [{ path: '', code: 'bad-format' }] })
      expect(JSON.stringify(answer)).not.toMatch(/node_modules|\.ts/)
    }
    const zipped = await fetch(`${live.hub.url}/api/join`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
      body: 'no gzip',
    })
    expect(await zipped.json()).toMatchObject({ code: 'body-invalid', problems: [{ path: '' }] })
  })

  test('P-15: a request that is too large is told the bound', async () => {
    const { status, answer } = await call('/api/join', { body: { code: 'x'.repeat(2_000_000) } })
    expect(status).toBe(413)
    expect(answer).toMatchObject({ code: 'body-too-large', bytes: 1024 * 1024 })
  })
})

describe('a session that a newer one has put aside', () => {
  const languages = ['vi', 'en'] as const
  const tried = [
    ['asks for no link', '/seats', { role: 'mc' }],
    ['takes no ledger away', '/ledger', undefined],
    ['reads no unannounced standings', '/standings', undefined],
    ['reads no derivation', '/explanation?stage=chung-ket&team=a', undefined],
  ] as const

  test.each(tried)('P-6: %s', async (_, path, body) => {
    const [older, newer] = [await join(live.hub.url, live.links.console), await join(live.hub.url, live.links.console)]
    const told = languages.map((language) =>
      call(`/api/contests/${contest}${path}`, { key: older.session, language, body }),
    )
    const [vietnamese, english] = await Promise.all(told)
    expect(vietnamese).toMatchObject({ status: 403, answer: { status: 403, code: 'seat-taken-over' } })
    expect(Reflect.get(Object(vietnamese?.answer), 'title')).not.toBe(Reflect.get(Object(english?.answer), 'title'))
    expect((await call(`/api/contests/${contest}${path}`, { key: newer.session, body })).status).toBeLessThan(300)
  })
})

describe('contests', () => {
  test('P-16: the organiser key creates a contest and gets a link for every seat; an id is taken once', async () => {
    const body = { ...definitionOfThree(), id: 'khac' }
    expect((await call('/api/contests', { body })).answer).toMatchObject({ status: 401, code: 'key-required' })
    const made = await call('/api/contests', { key: key(), body })
    const link = (page: string) => expect.stringMatching(new RegExp(`/${page}/#code=khac\\.[\\w-]{22}$`))
    expect(made).toMatchObject({
      status: 201,
      answer: {
        id: 'khac',
        links: {
          console: link('console'),
          secretary: link('console'),
          mc: link('console'),
          display: expect.stringMatching(/\/display\/\?contest=khac$/),
          judges: { gk1: link('judge'), gk2: link('judge'), gk3: link('judge') },
        },
      },
    })
    expect(await call('/api/contests', { key: key(), body })).toMatchObject({
      status: 409,
      answer: { code: 'contest-exists', contest: 'khac' },
    })
  })

  test('P-17: anyone reads the list, the public part of a contest, the schema and the presets', async () => {
    expect((await call('/api/contests')).answer).toEqual(
      expect.arrayContaining([expect.objectContaining({ id: contest })]),
    )
    const { answer } = await call(`/api/contests/${contest}`)
    expect(Object.keys(Object(answer)).map((name) => name.split('/')[0])).toEqual(
      expect.arrayContaining(['contest', 'team', 'stage', 'round']),
    )
    expect((await call('/api/definition.schema.json')).answer).toMatchObject({ type: 'object' })
    const presets = v.parse(v.array(v.object({ definition: v.unknown() })), (await call('/api/presets')).answer)
    expect(presets.every(({ definition }) => parseDefinition(definition).ok)).toBe(true)
    expect((await call('/api/contests/khong-co')).answer).toMatchObject({
      code: 'contest-unknown',
      contest: 'khong-co',
    })
  })

  test('P-18: trap 3: standings are what is announced for anyone, everything with its derivation for the desk', async () => {
    const path = `/api/contests/${contest}/standings`
    const secretary = await join(live.hub.url, live.links.secretary)
    const judge = await join(live.hub.url, live.links.judges.gk2 ?? '')
    const publicly = await call(path)
    expect(publicly.answer).toEqual({ stage: 'chung-ket', rows: [] })
    expect((await call(path, { key: judge.session })).answer).toEqual(publicly.answer)
    const { answer } = await call(`${path}?stage=chung-ket`, { key: secretary.session })
    expect(answer).toMatchObject({ rows: [{ team: 'a', rank: null, explain: expect.any(Array) }, {}, {}] })
    expect((await call(`${path}?stage=khac`)).answer).toMatchObject({ code: 'reference-unknown', field: 'stage' })
  })

  test('P-18: why a team stands where it stands, in words, for the desk alone', async () => {
    const path = `/api/contests/${contest}/explanation?stage=chung-ket&team=a`
    const secretary = await join(live.hub.url, live.links.secretary)
    expect((await call(path)).answer).toMatchObject({ code: 'key-required' })
    const { answer } = await call(`${path}&language=en`, { key: secretary.session })
    expect(answer).toMatchObject({ team: 'Đội A', parts: [{ title: 'Chào hỏi', lines: expect.any(Array) }, {}] })
    const wrong = [`${path}x`, `/api/contests/${contest}/explanation?stage=x&team=a`]
    for (const each of wrong)
      expect((await call(each, { key: key() })).answer).toMatchObject({ code: 'reference-unknown' })
  })

  test('S-67: the file of those who go on one level up is for organiser and secretary, from a certified table', async () => {
    const path = `/api/contests/${contest}/qualifiers`
    expect((await call(`${path}?best=1`)).answer).toMatchObject({ code: 'key-required' })
    expect((await call(`${path}?best=1`, { key: key() })).answer).toMatchObject({ code: 'not-certified' })
    expect((await call(`${path}?best=1&stage=x`, { key: key() })).answer).toMatchObject({ code: 'reference-unknown' })
    expect((await call(`${path}?best=999&onTie=x&more=1`, { key: key() })).answer).toMatchObject({
      code: 'body-invalid',
      problems: [
        { path: 'best', code: 'too-large', params: { bound: '200' } },
        { path: 'onTie', code: 'not-one-of' },
        { path: 'more', code: 'unknown-key' },
      ],
    })
  })

  test('P-19: the organiser alone takes the ledger away, as lines whose chain holds', async () => {
    const path = `/api/contests/${contest}/ledger`
    const secretary = await join(live.hub.url, live.links.secretary)
    expect((await call(path, { key: secretary.session })).answer).toMatchObject({ code: 'key-required' })
    const { answer } = await call(path, { key: key() })
    let head = genesis(contest, sha256)
    for (const line of String(answer).trimEnd().split('\n')) {
      const check = checkNext(head, line, sha256)
      if (!check.ok) throw new Error(`commit ${check.fault.number}: ${check.fault.fault}`)
      head = { number: check.commit.number, hash: check.commit.hash }
    }
    expect(head.number).toBeGreaterThan(1)
  })

  test('P-17: the rules of scoring, in the contest’s language or the one that is asked for, and as a page', async () => {
    const { status, answer } = await call(`/api/contests/${contest}/rules`, { language: 'en' })
    expect(status).toBe(200)
    expect(JSON.stringify(answer)).toContain('Lấy trung bình cộng điểm của các giám khảo')
    expect(JSON.stringify((await call(`/api/contests/${contest}/rules?language=en`)).answer)).toContain('The mean of')
    const page = await call(`/rules/${contest}`)
    expect(page).toMatchObject({ status: 200, type: expect.stringContaining('text/html') })
    expect(page.answer).toContain('<h1>Thể lệ chấm điểm</h1>')
    expect((await call('/api/contests/khong-co/rules')).status).toBe(404)
    expect((await call('/rules/khong-co')).status).toBe(404)
  })

  test('P-19: health, readiness and figures are for anyone and count nothing of a contest', async () => {
    expect((await call('/healthz')).answer).toEqual({ ok: true })
    expect((await call('/readyz')).status).toBe(200)
    expect((await call('/metrics')).answer).toContain('bang_diem_connections')
  })
})
