/**
 * One story: a small contest with real hubs and real pages, in which much goes wrong and at last everything heals. What must hold then, and
 * what must have held on the way, is checked from outside.
 */
import { checkAll } from './checks/all.ts'
import { between } from './entropy.ts'
import type { Bug } from './hub-run.ts'
import { type Cast, enter, newWorld, type World } from './world.ts'

export interface Told {
  readonly seed: number
  /** Of everything that happened. */
  readonly digest: string
  readonly failures: readonly string[]
  /** Commands whose acknowledgement has reached a page. */
  readonly acknowledged: number
  readonly commits: number
  readonly events: number
  /** How many times the medium lost something. */
  readonly losses: number
}

/** Ms after which an unharmed contest must have begun, and after which a healed one must have ended. */
const beginsWithin = 10_000
const endsWithin = 240_000
/** What is told last reaches everybody within this time. */
const afterglowMs = 5000
/** Between two looks at whether all is done. */
const lookMs = 250

/** `onLine` reads what happens as it happens. */
export async function tell(seed: number, bug: Bug = {}, onLine?: (line: string) => void): Promise<Told> {
  const world = newWorld(seed, bug, onLine)
  const failures: string[] = []
  const onFault = (fault: unknown) =>
    void failures.push(`a program died: ${fault instanceof Error ? fault.stack : fault}`)
  process.on('unhandledRejection', onFault)
  try {
    failures.push(...(await play(world)))
  } catch (fault) {
    onFault(fault)
  } finally {
    process.off('unhandledRejection', onFault)
  }
  const { diary, records, truth } = world
  const acknowledged = new Set(records.heard.flatMap(({ seat, id, ack }) => (ack.ok ? [`${seat} ${id}`] : []))).size
  const digest = diary.digest()
  return {
    seed,
    digest,
    failures,
    acknowledged,
    commits: truth.moments.length,
    events: diary.count,
    losses: world.medium.losses,
  }
}

async function play(world: World): Promise<readonly string[]> {
  const { time, chance } = world
  const cast = await begin(world)
  const { people, faults } = cast
  // The contest was made the day before.
  world.medium.flush()
  people.begin()
  faults.begin()
  await time.run(time.now() + between(chance, 8000, 25_000), () => false)
  faults.heal()
  people.finish()
  const deadline = time.now() + endsWithin
  let isDone = false
  while (!isDone && time.now() < deadline) {
    await time.run(time.now() + lookMs, () => false)
    isDone = people.isOver && cast.phones.every((phone) => isSettled(world, phone))
  }
  if (!isDone) return [`it has not ended: ${whatIsLeft(world, cast)}`, ...checkAll(world, cast)]
  people.stop()
  await time.run(time.now() + afterglowMs, () => false)
  return checkAll(world, cast)
}

/** Everybody is in, over an unharmed network. */
async function begin(world: World): Promise<Cast> {
  const { time } = world
  let cast: Cast | undefined
  let fault: unknown
  enter(world).then(
    (entered) => {
      cast = entered
    },
    (reason: unknown) => {
      fault = reason
    },
  )
  const isIn = () => cast?.phones.every(({ connection }) => connection.status === 'live') === true
  const began = await time.run(beginsWithin, () => fault !== undefined || isIn())
  if (!began || !cast) throw fault ?? new Error('the pages did not come in')
  return cast
}

type Phone = Cast['phones'][number]

function isSettled({ network }: World, phone: Phone): boolean {
  const isWaiting = (phone.outbox?.items ?? []).some(({ state }) => state === 'stored' || state === 'sending')
  return !isWaiting && phone.connection.status === 'live' && network.lines(phone.name).at(-1)?.condition === 'whole'
}

function whatIsLeft(world: World, { people, phones }: Cast): string {
  const unsettled = phones
    .filter((phone) => !isSettled(world, phone))
    .map(({ name, connection }) => `${name} ${connection.status}`)
  return [...(people.isOver ? [] : ['the show']), ...unsettled].join(', ')
}
