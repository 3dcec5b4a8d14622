/** Bad requests for documents, and for judges' cards with links that are none. */
import {
  type BadRequest,
  type ExpectedFault,
  get,
  invalid,
  keyRequired,
  noContest,
  notFound,
  strangers,
  unknownIn,
} from './bad-request.ts'
import type { World } from './world.ts'

export function badDocuments(contest: string, world: World): readonly BadRequest[] {
  return [...asking(contest, world), ...cards(contest, world)]
}

function asking(contest: string, world: World): BadRequest[] {
  const secretary = { authorization: `Bearer ${world.busy.sessions.secretary}` }
  const asked = (rest: string, expected: ExpectedFault) =>
    get(`${contest}/documents/${rest}`, expected, 'the secretary', secretary)
  return [
    ...['documents', 'documents/rules.pdf', 'documents/khong-co.pdf'].flatMap((path) => [
      get(`/api/contests/khong-co/${path}`, noContest, '', secretary),
      ...strangers(world).map(([who, bearer]) => get(`${contest}/${path}`, keyRequired, who, bearer)),
    ]),
    ...['khong-co.pdf', 'rules', '.pdf', 'rules.', 'rules.docx', '__proto__.pdf', '..%2f..%2fetc', '%00', '🙂.pdf'].map(
      (name) => asked(name, notFound),
    ),
    asked(`${'x'.repeat(4000)}.pdf`, notFound),
    asked('judge-cards.pdf', notFound),
    asked('rules.pdf?stage=chung-ket', invalid('stage')),
    asked('rules.pdf?khac=1', invalid('khac')),
    asked('rules.pdf?language=fr', invalid('language')),
    asked('rules.pdf?language=', invalid('language')),
    asked('rules.pdf?number=1', invalid('number')),
    asked('rules.pdf?team=a', invalid('team')),
    asked('minutes.pdf?number=1e3', invalid('number')),
    asked('minutes.pdf?number=12345', invalid('number')),
    asked('minutes.pdf?number=0', invalid('number')),
    asked('explanations.pdf?team=a&team=b', invalid('team')),
    asked('explanations.pdf?team=khong-co', unknownIn('team', 'khong-co')),
    asked('score-sheets.pdf?round=chao-hoi&judge=__proto__', unknownIn('judge', '__proto__')),
    asked('minutes.pdf?stage=khong-co', unknownIn('stage', 'khong-co')),
    asked('minutes.pdf?round=chao-hoi', invalid('round')),
    asked('score-sheets.pdf', unknownIn('round', '')),
    asked('score-sheets.pdf?round=constructor', unknownIn('round', 'constructor')),
    asked('minutes.pdf', { status: 409, code: 'document-not-ready' }),
  ]
}

function cards(contest: string, world: World): BadRequest[] {
  const json = { 'content-type': 'application/json' }
  const organiser = { ...json, authorization: `Bearer ${world.busy.sessions.organiser}` }
  const path = `${contest}/documents/judge-cards.pdf`
  const post = (
    what: string,
    body: unknown,
    expected: ExpectedFault,
    headers: Record<string, string> = organiser,
    to = path,
  ): BadRequest => ({
    what: `POST ${to}: ${what}`,
    method: 'POST',
    path: to,
    headers,
    body: typeof body === 'string' ? body : JSON.stringify(body),
    expected,
  })
  const { gk1 = '', gk2 = '' } = world.busy.created.links.judges
  const links = { gk1 }
  const wrong: readonly (readonly [string, unknown])[] = [
    ['a link of another judge', gk2],
    ['a link of another contest', world.quiet.created.links.judges.gk1],
    ['a link of the organiser', world.busy.created.links.console],
    ['a script', 'javascript:alert(1)'],
    ['no address', 'x'],
    ['an empty text', ''],
    ['a number', 7],
    ['nothing', null],
    ['a very long link', `${gk1}${'x'.repeat(300)}`],
    ['a link without its last sign', gk1.slice(0, -1)],
  ]
  return [
    ...strangers(world).map(([who, bearer]) => post(who, { links }, keyRequired, { ...json, ...bearer })),
    post('the secretary', { links }, keyRequired, {
      ...json,
      authorization: `Bearer ${world.busy.sessions.secretary}`,
    }),
    post('another document', { links }, notFound, organiser, `${contest}/documents/rules.pdf`),
    post('another format', { links }, notFound, organiser, `${contest}/documents/judge-cards.xlsx`),
    post('malformed JSON', '{"links": ', invalid('')),
    post('a list', [], invalid('links')),
    post('no links', {}, invalid('links')),
    post('empty links', { links: {} }, invalid('links')),
    post('something more', { links, khac: 1 }, invalid('khac')),
    post('an unknown judge', { links: { gk9: gk1 } }, invalid('links.gk9')),
    post('a judge of capitals', { links: { GK1: gk1 } }, invalid('links.GK1')),
    post('two thousand and one', { links: many(2001) }, invalid('links')),
    ...wrong.map(([what, link]) => post(what, { links: { gk1: link } }, invalid('links.gk1'))),
  ]
}

function many(count: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`x${index}`, 'http://x']))
}
