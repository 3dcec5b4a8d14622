/** Bad requests to where definitions come in and go out as workbooks. */
import { limits } from '@bang-diem/server/limits.ts'
import {
  type BadRequest,
  type ExpectedFault,
  get,
  invalid,
  keyRequired,
  noContest,
  notFound,
  strangers,
} from './bad-request.ts'
import type { World } from './world.ts'

const xlsx = { 'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }
const json = { 'content-type': 'application/json' }
const tooLarge: ExpectedFault = {
  status: 413,
  code: 'body-too-large',
  names: { bytes: limits.uploads.bytesPerUpload },
}

export function badWorkbooks(contest: string, world: World): readonly BadRequest[] {
  const key = { authorization: `Bearer ${world.key}` }
  const post = (what: string, body: string | Uint8Array<ArrayBuffer>, headers: object, expected: ExpectedFault) => ({
    what: `POST /api/workbook: ${what}`,
    method: 'POST',
    path: '/api/workbook',
    headers: { ...key, ...headers },
    body,
    expected,
  })
  return [
    post('nothing', '', xlsx, invalid('')),
    post('a text', 'Đội 1;Đội 2', xlsx, invalid('')),
    post('a text of no kind', 'PK', {}, invalid('')),
    post('an archive that is cut off', new Uint8Array([0x50, 0x4b, 3, 4]), xlsx, invalid('')),
    post('no gzip', 'no gzip', { ...xlsx, 'content-encoding': 'gzip' }, invalid('')),
    post('3 MiB', new Uint8Array(3 * 1024 * 1024), xlsx, tooLarge),
    post('malformed JSON', '{"id": ', json, invalid('')),
    post('an empty object', '{}', json, invalid('format')),
    ...strangers(world).map(([who, bearer]) => ({
      ...post(who, 'x', xlsx, keyRequired),
      headers: { ...xlsx, ...bearer },
      path: `/api/workbook?contest=${world.busy.id}`,
    })),
    get('/api/workbook/example.xlsx?preset=__proto__', notFound),
    get('/api/workbook/other.xlsx', notFound),
    get('/api/contests/khong-co/definition.xlsx', noContest),
    ...strangers(world).map(([who, bearer]) => get(`${contest}/definition.xlsx`, keyRequired, who, bearer)),
    ...strangers(world).map(([who, bearer]) => get(`${contest}/definition.json`, keyRequired, who, bearer)),
  ]
}
