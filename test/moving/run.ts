/**
 * `npm run moving`: a contest moves from a folder to a real Redis, on to another folder and home again, in the middle of rounds, while
 * robots with phones and desks play it. Ledgers are compared byte for byte by other means than the hub's own, and the show goes on to
 * certification. A step a line on stderr, one line of result on stdout; exit 1 when anything is not as it should be.
 */
import { auditLedger } from '../faults/ledger-check.ts'
import { House, type Room } from './house.ts'
import { tablesInRedis } from './lines.ts'
import { Show } from './show.ts'

const names = { first: 'embedded', redis: 'Redis', second: 'another folder' } as const
const faults: string[] = []
const lengths: number[] = []
const began = performance.now()
let looking = Promise.resolve()

function expect(what: string, isSo: boolean, found: unknown = ''): void {
  if (isSo) return
  faults.push(what)
  console.error(`FAILED  ${what} ${String(found)}`)
}

const house = await House.build()
let show: Show | undefined
try {
  await house.open('first')
  show = await Show.open(house.url, house.organiserKey)
  await playOn(show)
} catch (error) {
  faults.push(error instanceof Error ? (error.stack ?? error.message) : String(error))
  console.error(`FAILED  ${faults.at(-1)}`)
} finally {
  show?.close()
  await house.tearDown()
}

console.log(
  `moving: embedded → Redis → another folder → home in the middle of the contest, ${lengths.join(', ')} commits byte for byte the same; ` +
    `the show went on to certification with every session kept, places that were left refuse to start; ${faults.length} faults ` +
    `(${((performance.now() - began) / 1000).toFixed(1)} s)`,
)
process.exit(faults.length === 0 ? 0 : 1)

async function playOn(going: Show): Promise<void> {
  const halfMarked = { round: 'chao-hoi', team: await going.playUntilMarking('chao-hoi', 2) }
  expect('a judge marks before the move', (await going.submit('gk2', halfMarked.round, halfMarked.team)).ok)
  await house.shut()
  await move(going, 'first', 'redis')
  const tables = await tablesInRedis(house.redis, going.contest)
  expect(
    'Redis has the tables of what was announced',
    String(tables.get(`bang-diem:{${going.contest}}:public:scores`)).includes('score'),
  )
  await house.open('redis')
  await going.isBack()

  // The hub still runs while its ledger is moved away.
  const next = { round: 'kien-thuc', team: await going.playUntilMarking('kien-thuc', 2) }
  expect('a judge marks in Redis', (await going.submit('gk1', next.round, next.team)).ok)
  await move(going, 'redis', 'second')
  const late = await going.submit('gk3', next.round, next.team)
  expect(
    'a hub whose ledger has moved away records nothing more',
    !late.ok && late.refusal.code === 'ledger-unavailable',
  )
  await house.shut()
  await house.open('second')
  await going.isBack()

  await going.playUntilMarking('tieu-pham', 1)
  await house.shut()
  await move(going, 'second', 'first')
  await house.open('first')
  await going.isBack()
  expect('the result is certified', await going.playToEnd())
  await Promise.all([house.shut(), looking])

  const lines = await house.linesIn('first', going.contest)
  lengths.push(lines.length)
  const { chain, duplicated } = auditLedger(going.contest, lines, [])
  const found = [...chain, ...duplicated]
  expect('the whole history proves itself', found.length === 0, found.join('\n'))
  for (const room of ['redis', 'second'] as const) {
    const left = await house.linesIn(room, going.contest)
    expect(`what was left in ${names[room]} is a beginning of it`, sameBytes(left, lines.slice(0, left.length)))
  }
  expect('the stick has all of it', sameBytes(await house.mirrored(going.contest), lines))
}

/** Copies, compares, and sees that the place that was left refuses to start. */
async function move(going: Show, from: Room, to: Room): Promise<void> {
  const { contest } = going
  const way = `${names[from]} → ${names[to]}`
  await looking
  const before = await house.linesIn(from, contest)
  const { code, said } = await house.copy(from, to)
  console.error(`${code === 0 ? 'ok    ' : 'FAILED'}  ${way}: ${said}`)
  expect(`${way}: the copy succeeds with one line`, code === 0 && !said.includes('\n'))
  const after = await house.linesIn(to, contest)
  expect(`${way}: the ledger is byte for byte the same`, before.length > 0 && sameBytes(before, after))
  lengths.push(after.length)
  looking = lookAtWhatWasLeft(from, way)
}

/** Nobody waits for it: the hub starts where the ledger is now. */
async function lookAtWhatWasLeft(from: Room, way: string): Promise<void> {
  const refusal = await house.refusalIn(from)
  expect(`${way}: the place that was left refuses to start in one line`, isRefusal(refusal), refusal)
  if (refusal !== undefined) console.error(`ok      ${refusal}`)
}

function sameBytes(one: readonly string[], other: readonly string[]): boolean {
  return Buffer.from(one.join('\n')).equals(Buffer.from(other.join('\n')))
}

function isRefusal(said: string | undefined): boolean {
  return said !== undefined && /^the hub ended with 70: .*đã chuyển.* · Moved:/.test(said) && !said.includes('\n')
}
