/** A script of likely marks for any definition: good teams, kind judges, now and then overtime. Seeded. */
import type { Definition, Scale } from '@bang-diem/shared/contest/definition.ts'
import { judgedCriteria, lookupsOf } from '@bang-diem/shared/contest/lookups.ts'
import { add, div, type Exact, fraction, mul, parseDecimal, sub, toFraction } from '@bang-diem/shared/scoring/exact.ts'
import { below, type Chance, chanceOf } from './chance.ts'
import type { Script } from './script.ts'

export function likelyScript(definition: Definition, seed: number): Script {
  const chance = chanceOf(seed)
  const lookups = lookupsOf(definition)
  return {
    marks(roundId) {
      const round = lookups.rounds.get(roundId)
      const criteria = round ? judgedCriteria(round) : []
      return Object.fromEntries(criteria.map(({ id, scale }) => [id, likelyMark(scale, chance)]))
    },
    tally(roundId, _team, criterionId) {
      const criterion = lookups.rounds.get(roundId)?.criteria.find(({ id }) => id === criterionId)
      return criterion ? likelyMark(criterion.scale, chance) : '0'
    },
    seconds(roundId) {
      const limit = lookups.rounds.get(roundId)?.time.limitSeconds ?? 300
      return chance() < 0.2 ? limit + below(chance, 150) : limit - below(chance, 60)
    },
  }
}

/** A mark in the upper third of the scale, on its step. */
function likelyMark(scale: Scale, chance: Chance): string {
  const [min, max, step] = [parseDecimal(scale.min), parseDecimal(scale.max), parseDecimal(scale.step)]
  const steps = wholePart(div(sub(max, min), step))
  const down = below(chance, Math.max(1, Math.floor(steps / 3)))
  return toFraction(add(min, mul(step, fraction(BigInt(steps - down)))))
}

function wholePart({ n, d }: Exact): number {
  return Number(n / d)
}
