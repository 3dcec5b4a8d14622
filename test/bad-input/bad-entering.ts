/** Bad requests to those who let people in: new contests, links, sessions. */
import { gzipSync } from 'node:zlib'
import { limits } from '@bang-diem/server/limits.ts'
import { definitionOfThree } from '../rules/small-contest.ts'
import { type BadRequest, type ExpectedFault, invalid, keyRequired, noContest, strangers } from './bad-request.ts'
import { badValues } from './values.ts'
import type { World } from './world.ts'

const json = { 'content-type': 'application/json' }
const tooLarge: ExpectedFault = { status: 413, code: 'body-too-large', names: { bytes: limits.wire.bytesPerRequest } }
const huge = JSON.stringify({ code: 'x'.repeat(limits.wire.bytesPerRequest) })

/** What is wrong with a body before anybody reads it; a list is read as an object in which `first` is missing. */
function badBodies(path: string, headers: Readonly<Record<string, string>>, first: string): BadRequest[] {
  const post = (
    name: string,
    body: string | Uint8Array<ArrayBuffer>,
    expected: ExpectedFault,
    more: object = {},
  ): BadRequest => ({
    what: `POST ${path}: ${name}`,
    method: 'POST',
    path,
    headers: { ...headers, ...more },
    body,
    expected,
  })
  return [
    post('malformed JSON', '{"code": ', invalid('')),
    post('a number', '7', invalid('')),
    post('a text', '"x"', invalid('')),
    post('null', 'null', invalid('')),
    post('HTML', '<p>', invalid('')),
    post('a zero byte', '\u0000', invalid('')),
    post('2 MiB', huge + huge, tooLarge),
    post('a little too much', huge, tooLarge),
    post('something else than JSON', 'code=x', invalid(''), { 'content-type': 'application/x-www-form-urlencoded' }),
    post('an unknown charset', '{}', invalid(''), { 'content-type': 'application/json; charset=klingon' }),
    post('no gzip', 'not gzip', invalid(''), { 'content-encoding': 'gzip' }),
    post('an unknown encoding', '{}', invalid(''), { 'content-encoding': 'rar' }),
    post('a bomb of gzip', new Uint8Array(gzipSync(' '.repeat(20_000_000))), tooLarge, { 'content-encoding': 'gzip' }),
    post('very deep', `${'['.repeat(50_000)}${']'.repeat(50_000)}`, invalid(first)),
  ]
}

export function badEntering(contest: string, world: World): readonly BadRequest[] {
  const organiser = { ...json, authorization: `Bearer ${world.key}` }
  return [...creating(organiser, world), ...seats(organiser, contest, world), ...joining()]
}

function creating(organiser: Record<string, string>, world: World): BadRequest[] {
  const create = (what: string, body: unknown, expected: ExpectedFault, headers = organiser): BadRequest => ({
    what: `POST /api/contests: ${what}`,
    method: 'POST',
    path: '/api/contests',
    headers,
    body: JSON.stringify(body),
    expected,
  })
  const whole = { ...definitionOfThree(), id: 'moi' }
  const stage = whole.stages[0]
  const round = stage?.rounds[0]
  const withRound = (changes: object) => ({ ...whole, stages: [{ ...stage, rounds: [{ ...round, ...changes }] }] })
  const at = 'stages[0].rounds[0]'
  return [
    ...badBodies('/api/contests', organiser, 'format'),
    ...strangers(world).map(([who, bearer]) => create(who, whole, keyRequired, { ...json, ...bearer })),
    ...badValues.id.map(([what, id]) => create(`id ${what}`, { ...whole, id }, invalid('id'))),
    create('a list', [], invalid('format')),
    create('an empty object', {}, invalid('format')),
    create('another format', { ...whole, format: 2 }, invalid('format')),
    create('something more', { ...whole, khac: 1 }, invalid('khac')),
    create('no teams', { ...whole, teams: [] }, invalid('teams')),
    create('201 teams', { ...whole, teams: many(201) }, invalid('teams')),
    create('2001 judges', { ...whole, judges: many(2001) }, invalid('judges')),
    create('a team twice', { ...whole, teams: [...many(1), ...many(1)] }, invalid('teams[1].id')),
    create('a team without a name', { ...whole, teams: [{ id: 'a' }] }, invalid('teams[0].name')),
    create(
      'a name that is too long',
      { ...whole, teams: [{ id: 'a', name: 'á'.repeat(121) }] },
      invalid('teams[0].name'),
    ),
    create('a title of emoji, too long', { ...whole, title: '🙂'.repeat(101) }, invalid('title')),
    create('a maximum that is a number', withRound({ maximum: 20 }), invalid(`${at}.maximum`)),
    create('a maximum of 1e9', withRound({ maximum: '1e9' }), invalid(`${at}.maximum`)),
    create('a negative weight', withRound({ weight: '-1' }), invalid(`${at}.weight`)),
    create('a sum that differs', withRound({ maximum: '21' }), invalid(`${at}.maximum`)),
    create('an unknown judge on the panel', withRound({ panel: ['gk9'] }), invalid(`${at}.panel[0]`)),
    create('an unknown method', withRound({ combine: { method: 'coin-toss' } }), invalid(`${at}.combine.method`)),
    create('awards', { ...whole, stages: [{ ...stage, awards: [{}] }] }, invalid('stages[0].awards')),
    create(
      'a contest that exists',
      { ...whole, id: 'hoi-thi-a' },
      { status: 409, code: 'contest-exists', names: { contest: 'hoi-thi-a' } },
    ),
  ]
}

function many(count: number): { id: string; name: string }[] {
  return Array.from({ length: count }, (_, index) => ({ id: `x${index}`, name: 'x' }))
}

function seats(organiser: Record<string, string>, contest: string, world: World): BadRequest[] {
  const path = `${contest}/seats`
  const ask = (what: string, body: unknown, expected: ExpectedFault, headers = organiser, to = path): BadRequest => ({
    what: `POST ${to}: ${what}`,
    method: 'POST',
    path: to,
    headers,
    body: JSON.stringify(body),
    expected,
  })
  return [
    ...badBodies(path, organiser, 'role'),
    ...strangers(world).map(([who, bearer]) => ask(who, { role: 'mc' }, keyRequired, { ...json, ...bearer })),
    ask('an unknown contest', { role: 'mc' }, noContest, organiser, '/api/contests/khong-co/seats'),
    ask('no role', {}, invalid('role')),
    ask('an unknown role', { role: 'hub' }, invalid('role')),
    ask('the role head', { role: 'head' }, invalid('role')),
    ask('a judge without a name', { role: 'judge' }, invalid('judge')),
    ask('an MC who is a judge', { role: 'mc', judge: 'gk1' }, invalid('judge')),
    ask('something more', { role: 'mc', khac: 1 }, invalid('khac')),
    ask(
      'an unknown judge',
      { role: 'judge', judge: 'khong-co' },
      { status: 404, code: 'reference-unknown', names: { field: 'seat' } },
    ),
    ...badValues.id
      .filter(([what]) => what !== 'missing')
      .map(([what, judge]) => ask(`judge ${what}`, { role: 'judge', judge }, invalid('judge'))),
  ]
}

function joining(): BadRequest[] {
  const join = (what: string, body: unknown, expected: ExpectedFault): BadRequest => ({
    what: `POST /api/join: ${what}`,
    method: 'POST',
    path: '/api/join',
    headers: json,
    body: JSON.stringify(body),
    expected,
  })
  const unknown: ExpectedFault = { status: 401, code: 'link-unknown' }
  const token = 'x'.repeat(22)
  return [
    ...badBodies('/api/join', json, 'code'),
    ...badValues.id.slice(0, 6).map(([what, code]) => join(`code ${what}`, { code }, invalid('code'))),
    join('empty', { code: '' }, unknown),
    join('no dot', { code: token }, unknown),
    join('a short code', { code: 'hoi-thi-a.abc' }, unknown),
    join('a very long code', { code: `hoi-thi-a.${'x'.repeat(10_000)}` }, invalid('code')),
    join('an emoji', { code: `hoi-thi-a.${'🙂'.repeat(11)}` }, unknown),
    join('something more', { code: `hoi-thi-a.${token}`, role: 'organiser' }, invalid('role')),
    join('a wrong code', { code: `hoi-thi-a.${token}` }, unknown),
    join('a code of no contest', { code: `khong-co.${token}` }, unknown),
    join('a code of __proto__', { code: `constructor.${token}` }, unknown),
  ]
}
