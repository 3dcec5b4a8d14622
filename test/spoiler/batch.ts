/** Some contests, one after the other, in one pair of hubs; ends at the first difference that is looked for. */
import { chanceOf } from '../robot/chance.ts'
import { policies, randomContest } from './contests.ts'
import { House, type Leak } from './house.ts'
import { type Comparison, compareHalls, type Difference } from './records.ts'
import { tell } from './tell.ts'
import { Twins } from './twins.ts'

export interface Batch {
  readonly bytes: number
  readonly difference: (Difference & { readonly contest: string }) | null
}

/** `isSought` passes over differences that are not the one to be proven. */
export async function playBatch(
  numbers: readonly number[],
  seed: number,
  leak: Leak,
  isSought: (difference: Difference) => boolean = () => true,
): Promise<Batch> {
  const a = await House.open(String(seed), leak)
  const b = await House.open(String(seed), leak)
  let bytes = 0
  try {
    for (const number of numbers) {
      const compared = await playContest(a, b, number, seed)
      bytes += compared.bytes
      const { difference } = compared
      if (difference && isSought(difference))
        return { bytes, difference: { contest: `${seed}/${number}`, ...difference } }
    }
  } finally {
    await Promise.all([a.close(), b.close()])
  }
  return { bytes, difference: null }
}

async function playContest(a: House, b: House, number: number, seed: number): Promise<Comparison> {
  const chance = chanceOf(seed * 1_000_003 + number)
  const policy = policies[number % policies.length] ?? 'ceremony'
  const definition = randomContest(chance, `hoi-thi-${number}`, policy)
  const twins = await Twins.begin({ a, b }, definition)
  const until = await tell(chance, twins, definition)
  await twins.end()
  return compareHalls(twins.a.heard, twins.b.heard, until)
}
