/** Bad requests to what only reads, and to what is not there. */
import { codeOf } from '../robot/api.ts'
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

export function badReading(contest: string, world: World): readonly BadRequest[] {
  return [...reading(contest, world), ...atTheDesk(contest, world), ...nowhere(contest)]
}

const noStage = (id: string) => unknownIn('stage', id)

/** What organiser and secretary read: derivations, and who goes on one level up. */
function atTheDesk(contest: string, world: World): BadRequest[] {
  const bearer = { authorization: `Bearer ${world.busy.sessions.secretary}` }
  const asked = (rest: string, expected: ExpectedFault) => get(`${contest}/${rest}`, expected, 'the secretary', bearer)
  const paths = ['explanation?stage=chung-ket&team=a', 'qualifiers?best=1']
  return [
    ...paths.flatMap((path) =>
      strangers(world).map(([who, stranger]) => get(`${contest}/${path}`, keyRequired, who, stranger)),
    ),
    asked('explanation', noStage('')),
    asked('explanation?stage=chung-ket', unknownIn('team', '')),
    asked('explanation?stage=chung-ket&team=__proto__', unknownIn('team', '__proto__')),
    asked('qualifiers', invalid('best')),
    asked('qualifiers?best=-1', invalid('best')),
    asked('qualifiers?best=1e2', invalid('best')),
    asked('qualifiers?best=201', invalid('best')),
    asked('qualifiers?best=1&best=2', invalid('best')),
    asked('qualifiers?best=1&onTie=drop', invalid('onTie')),
    asked('qualifiers?best=1&perGroup=1', invalid('perGroup')),
    asked('qualifiers?best=1&stage=khong-co', noStage('khong-co')),
    asked('qualifiers?best=1', { status: 400, code: 'not-certified' }),
  ]
}

function reading(contest: string, world: World): BadRequest[] {
  const odd = ['KHONG-CO', '..%2f..%2fetc', '%00', '🙂', 'x'.repeat(4000), '__proto__', 'constructor', ' ']
  return [
    ...['', '/standings', '/ledger'].map((rest) => get(`/api/contests/khong-co${rest}`, noContest)),
    ...odd.map((id) => get(`/api/contests/${encodeURI(id)}`, { status: 404, code: 'contest-unknown' })),
    get('/api/contests/%E0%A4%A', { status: 400, code: 'body-invalid' }, 'a broken escape'),
    get(`${contest}/standings?stage=khong-co`, noStage('khong-co')),
    get(`${contest}/standings?stage=`, noStage('')),
    get(`${contest}/standings?stage=__proto__`, noStage('__proto__')),
    get(`${contest}/standings?stage=chung-ket&stage=khac`, noStage(''), 'two stages'),
    ...strangers(world).map(([who, bearer]) => get(`${contest}/ledger`, keyRequired, who, bearer)),
    get(`${contest}/ledger`, keyRequired, 'the secretary’s session', {
      authorization: `Bearer ${world.busy.sessions.secretary}`,
    }),
    get(`${contest}/ledger?key=${codeOf(world.busy.created.links.console)}`, keyRequired, 'the code in the address'),
  ]
}

function nowhere(contest: string): BadRequest[] {
  const tried: readonly (readonly [method: string, path: string])[] = [
    ['GET', '/api'],
    ['GET', '/api/join'],
    ['GET', '/api/khong-co'],
    ['GET', '/api/contests/hoi-thi-a/sheets'],
    ['GET', '/api/contests/hoi-thi-a/seats'],
    ['DELETE', '/api/contests/hoi-thi-a'],
    ['PUT', '/api/contests/hoi-thi-a'],
    ['PATCH', `${contest}/standings`],
    ['POST', `${contest}/standings`],
    ['DELETE', `${contest}/ledger`],
    ['POST', '/api/presets'],
    ['POST', '/api/definition.schema.json'],
  ]
  return tried.map(([method, path]) => ({ what: `${method} ${path}`, method, path, expected: notFound }))
}
