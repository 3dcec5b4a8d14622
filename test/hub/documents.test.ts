/** The documents of a contest over HTTP: who is told what, what is refused with which words, and every kind in every format. */
import { documentKinds } from '@bang-diem/server/documents/registry.ts'
import { parseDefinition } from '@bang-diem/shared/contest/definition.ts'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type Created, createContest, join } from '../robot/api.ts'
import { castFor } from '../robot/cast.ts'
import { likelyScript } from '../robot/likely-script.ts'
import { Page } from '../robot/page.ts'
import { play } from '../robot/play.ts'
import { definitionOfThree } from '../rules/small-contest.ts'
import { contest, type Live, startLive } from './live.ts'

/** Other programs may be using the machine. */
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const played = 'da-xong'

let live: Live
let links: Created['links']
beforeAll(async () => {
  live = await startLive()
  const input = { ...definitionOfThree({ stage: { awards: [{ title: 'Giải Nhất', places: 1 }] } }), id: played }
  const created = await createContest(live.hub.url, live.hub.organiserKey, input)
  links = created.links
  const parsed = parseDefinition(input)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  const { definition } = parsed
  const cast = await castFor(live.hub.url, definition, created)
  await play({ definition, cast, script: likelyScript(definition, 1), tempo: { cue: 0, mark: 0 } })
  cast.close()
})
afterAll(() => live.close())

interface Asked {
  readonly key?: string | undefined
  readonly language?: string
  readonly body?: unknown
}

async function ask(path: string, { key, language = 'vi', body }: Asked = {}) {
  const headers: Record<string, string> = { 'accept-language': language, 'content-type': 'application/json' }
  if (key !== undefined) headers.authorization = `Bearer ${key}`
  const post = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
  const response = await fetch(`${live.hub.url}/api/contests/${path}`, { headers, ...post })
  const bytes = Buffer.from(await response.arrayBuffer())
  const type = response.headers.get('content-type') ?? ''
  const answer: unknown = type.includes('json') ? JSON.parse(bytes.toString()) : null
  return { status: response.status, type, answer, bytes, headers: response.headers }
}

const key = () => live.hub.organiserKey
const session = async (link: string | undefined) => (await join(live.hub.url, link ?? '')).session

const listSchema = v.object({
  documents: v.array(
    v.looseObject({
      name: v.string(),
      title: v.string(),
      stage: v.optional(v.string()),
      round: v.optional(v.string()),
      fromLinks: v.optional(v.boolean()),
      formats: v.array(v.string()),
      lacks: v.array(v.looseObject({ code: v.string(), title: v.string() })),
    }),
  ),
})
const listed = async (of: string, asked: Asked = { key: key() }, query = '') =>
  v.parse(listSchema, (await ask(`${of}/documents${query}`, asked)).answer).documents

describe('which documents there are', () => {
  test('W-10: every document with what it lacks, in words that name teams and judges, in either language', async () => {
    const vietnamese = await listed(contest)
    const english = await listed(contest, { key: key() }, '?language=en')
    expect(new Set(vietnamese.map(({ name }) => name))).toEqual(
      new Set(documentKinds.filter(({ name }) => name !== 'awards').map(({ name }) => name)),
    )
    const minutes = vietnamese.find(({ name }) => name === 'minutes')
    expect(minutes).toMatchObject({
      about: 'stage',
      stage: 'chung-ket',
      stageTitle: 'Chung kết',
      formats: ['pdf', 'xlsx'],
    })
    expect(minutes?.lacks.map(({ code }) => code)).toEqual(['sheets-missing', 'not-certified'])
    expect(minutes?.lacks[0]?.title).toMatch(/Chưa đủ điểm.*Đội A, Chào hỏi.*Giám khảo 1, Giám khảo 2, Giám khảo 3/)
    expect(english.find(({ name }) => name === 'minutes')?.lacks[0]?.title).not.toBe(minutes?.lacks[0]?.title)
    const sheets = vietnamese.filter(({ name }) => name === 'score-sheets')
    expect(sheets.map(({ round, roundTitle }) => [round, roundTitle])).toEqual([
      ['chao-hoi', 'Chào hỏi'],
      ['tieu-pham', 'Tiểu phẩm'],
    ])
    expect((await listed(played)).flatMap(({ lacks }) => lacks)).toEqual([])
  })

  test('W-10: they are for organiser and secretary; judges, the MC, strangers and a session put aside are told nothing', async () => {
    const older = await session(links.secretary)
    const secretary = await session(links.secretary)
    expect((await listed(played, { key: secretary })).every(({ fromLinks }) => fromLinks === undefined)).toBe(true)
    const strangers = [undefined, 'x'.repeat(22), await session(links.mc), await session(links.judges.gk1)]
    for (const path of [`${played}/documents`, `${played}/documents/rules.pdf`, `${played}/documents/khong-co.pdf`]) {
      expect((await ask(path, { key: older })).answer).toMatchObject({ status: 403, code: 'seat-taken-over' })
      for (const stranger of strangers) {
        expect((await ask(path, { key: stranger })).answer).toMatchObject({ status: 401, code: 'key-required' })
      }
    }
    expect((await ask('khong-co/documents', { key: key() })).answer).toMatchObject({ code: 'contest-unknown' })
  })
})

describe('asking for one', () => {
  const beginnings = { pdf: '%PDF-', xlsx: 'PK\u0003\u0004', csv: '\ufeff' }
  const types = { pdf: 'application/pdf', xlsx: 'spreadsheetml.sheet', csv: 'text/csv; charset=utf-8' }
  const cases = documentKinds.flatMap((kind) => kind.formats.map((format) => [kind, format] as const))

  test.each(cases.map(([kind, format]) => [`${kind.name}.${format}`, kind, format] as const))(
    'W-11 W-16: %s of a contest that is over',
    async (name, kind, format) => {
      const [offered] = (await listed(played)).filter((each) => each.name === kind.name)
      const query = new URLSearchParams({ language: 'en' })
      if (kind.takes.includes('number')) query.set('number', '12')
      for (const field of ['stage', 'round'] as const) {
        const id = offered?.[field]
        if (id !== undefined) query.set(field, id)
      }
      const body = kind.fromLinks ? { links: links.judges } : undefined
      const made = await ask(`${played}/documents/${name}?${query}`, { key: key(), body })
      expect(made.answer).toBeNull()
      expect(made.status).toBe(200)
      expect(made.type).toContain(types[format])
      expect(made.bytes.toString().startsWith(beginnings[format])).toBe(true)
      const subject = [played, kind.name, offered?.round ?? offered?.stage].filter((part) => part !== undefined)
      const disposition = `${format === 'pdf' ? 'inline' : 'attachment'}; filename="${subject.join('-')}.${format}"`
      expect(made.headers.get('content-disposition')).toBe(disposition)
      expect(made.headers.get('cache-control')).toBe('no-store')
    },
  )

  test('W-12: what is lacking is told in words, and nothing is printed', async () => {
    const secretary = await session(live.links.secretary)
    for (const [language, words] of [
      ['vi', /^Chưa in được: Chưa đủ điểm.*Đội A.*Giám khảo 1/],
      ['en', /^Not ready to print: .*Đội A.*Giám khảo 1/],
    ] as const) {
      const made = await ask(`${contest}/documents/minutes.pdf`, { key: secretary, language })
      expect(made).toMatchObject({ status: 409, type: expect.stringContaining('application/problem+json') })
      expect(made.answer).toMatchObject({
        status: 409,
        code: 'document-not-ready',
        title: expect.stringMatching(words),
        lacks: [
          { code: 'sheets-missing', missing: expect.any(Array), title: expect.any(String) },
          { code: 'not-certified', title: expect.any(String) },
        ],
      })
    }
  })

  test('W-12: who does not mark a team has no sheet to be printed', async () => {
    const secretary = await live.page(live.links.secretary)
    await secretary.must({ type: 'excuse', round: 'chao-hoi', team: 'b', judge: 'gk3', reason: 'cùng đơn vị' })
    const blank = `${contest}/documents/score-sheets-blank.pdf?round=chao-hoi&judge=gk3`
    expect((await ask(`${blank}&team=a`, { key: key() })).status).toBe(200)
    expect((await ask(`${blank}&team=b`, { key: key() })).answer).toMatchObject({
      status: 422,
      code: 'document-empty',
      title: expect.stringContaining('Không có gì để in'),
    })
  })

  test('W-17: what a certified stage was signed with stays byte by byte, whatever is noted and whoever is replaced later', async () => {
    const papers = [
      'minutes.pdf',
      'explanations.pdf',
      'round-totals.csv?round=chao-hoi',
      'score-sheets.pdf?round=chao-hoi',
    ]
    const printed = async () => {
      const made: Buffer[] = []
      for (const paper of papers) made.push((await ask(`${played}/documents/${paper}`, { key: key() })).bytes)
      return made
    }
    const before = await printed()
    const secretary = new Page(live.hub.url, { contest: played, session: await session(links.secretary) })
    await secretary.must({ type: 'note', text: 'sau khi xác nhận' })
    secretary.close()
    const organiser = new Page(live.hub.url, { contest: played, session: await session(links.console) })
    await organiser.must({ type: 'replaceJudge', judge: 'gk2', name: 'Người Mới' })
    organiser.close()
    expect(await printed()).toEqual(before)
  })

  test('W-11: what is unknown, or would be passed over, is refused with its field', async () => {
    const refused = async (rest: string) => (await ask(`${contest}/documents/${rest}`, { key: key() })).answer
    const unknown = (field: string, id: string) => ({ status: 404, code: 'reference-unknown', field, id })
    const named = (path: string, code: string) => ({
      status: 400,
      problems: [{ path, code, title: expect.any(String) }],
    })
    const cases: readonly (readonly [string, object])[] = [
      ['khong-co.pdf', { status: 404, code: 'not-found' }],
      ['minutes.docx', { status: 404, code: 'not-found' }],
      ['minutes', { status: 404, code: 'not-found' }],
      ['judge-cards.pdf', { status: 404, code: 'not-found' }],
      ['minutes.pdf?stage=khong-co', unknown('stage', 'khong-co')],
      ['minutes.pdf?round=chao-hoi', named('round', 'unknown-key')],
      ['rules.pdf?stage=chung-ket', named('stage', 'unknown-key')],
      ['minutes.pdf?team=a', named('team', 'unknown-key')],
      ['minutes.pdf?khac=1', named('khac', 'unknown-key')],
      ['minutes.pdf?number=12345', named('number', 'bad-format')],
      ['minutes.pdf?number=-1', named('number', 'bad-format')],
      ['minutes.pdf?number=0', named('number', 'bad-format')],
      ['minutes.pdf?constructor=1', named('constructor', 'unknown-key')],
      ['minutes.pdf?language=fr', named('language', 'not-one-of')],
      ['explanations.pdf?team=a&team=b', named('team', 'wrong-type')],
      ['score-sheets.pdf', unknown('round', '')],
      ['score-sheets.pdf?round=__proto__', unknown('round', '__proto__')],
      ['score-sheets.pdf?round=chao-hoi&stage=khac', unknown('stage', 'khac')],
      ['score-sheets.pdf?round=chao-hoi&team=z', unknown('team', 'z')],
      ['score-sheets.pdf?round=chao-hoi&judge=z', unknown('judge', 'z')],
    ]
    for (const [rest, expected] of cases) expect([rest, await refused(rest)]).toMatchObject([rest, expected])
  })
})

describe('judges’ cards', () => {
  const cards = (asked: Asked, query = '') => ask(`${contest}/documents/judge-cards.pdf${query}`, asked)

  test('W-15: are made from the present links of judges; every other one is named', async () => {
    const { gk1 = '', gk2 = '' } = live.links.judges
    expect((await cards({ key: key(), body: { links: { gk1, gk2 } } }, '?language=en')).status).toBe(200)
    const { port } = new URL(live.hub.url)
    const byOtherName = gk1.replace(/^http:\/\/[^/]+/, live.hub.url)
    expect((await cards({ key: key(), body: { links: { gk1: byOtherName } } })).status).toBe(200)
    for (const host of ['evil.example', `evil.example:${port}`, `127.0.0.1:1`]) {
      const elsewhere = gk1.replace(/^http:\/\/[^/]+/, `https://${host}`)
      expect((await cards({ key: key(), body: { links: { gk1: elsewhere, gk2 } } })).answer).toMatchObject({
        status: 400,
        problems: [{ path: 'links.gk1', code: 'link-outdated' }],
      })
    }
    const wrong = { gk1: gk2, gk2: links.judges.gk2, gk3: 'javascript:alert(1)', gk9: gk1 }
    expect((await cards({ key: key(), body: { links: wrong } })).answer).toMatchObject({
      status: 400,
      code: 'body-invalid',
      problems: [
        { path: 'links.gk1', code: 'link-outdated' },
        { path: 'links.gk2', code: 'bad-format' },
        { path: 'links.gk3', code: 'bad-format' },
        { path: 'links.gk9', code: 'unknown-reference', params: { id: 'gk9' } },
      ],
    })
    for (const body of [{}, [], { links: {} }, { links: { gk1: `${gk1}${'x'.repeat(300)}` } }, { links: [gk1] }]) {
      expect((await cards({ key: key(), body })).answer).toMatchObject({ status: 400, code: 'body-invalid' })
    }
  })

  test('W-15: are the organiser’s alone, and no other document is posted', async () => {
    const body = { links: live.links.judges }
    const secretary = await session(live.links.secretary)
    expect((await cards({ key: secretary, body })).answer).toMatchObject({ code: 'key-required' })
    const organiser = await session(live.links.console)
    expect((await cards({ key: organiser, body })).status).toBe(200)
    const rules = await ask(`${contest}/documents/rules.pdf`, { key: organiser, body })
    expect(rules.answer).toMatchObject({ code: 'not-found' })
  })
})
