/** Random contests that are small enough to be told two hundred times in some seconds: every reveal policy, few teams, three to five judges. */
import { type Definition, type DefinitionInput, parseDefinition } from '@bang-diem/shared/contest/definition.ts'
import { below, type Chance } from '../robot/chance.ts'
import { oneOf, policies } from '../spoiler/contests.ts'

type StageInput = DefinitionInput['stages'][number]
type RoundInput = StageInput['rounds'][number]

export function smallContest(chance: Chance): Definition {
  const head = chance() < 0.8 ? 0 : -1
  const input: DefinitionInput = {
    format: 1,
    id: 'hoi-thi',
    title: 'Hội thi thử',
    teams: listed('t', 2 + below(chance, 2)),
    judges: listed('gk', 3 + below(chance, 3)).map((judge, index) => ({ ...judge, head: index === head })),
    stages: [stage(chance, 's1'), ...(chance() < 0.15 ? [stage(chance, 's2')] : [])],
  }
  const parsed = parseDefinition(input)
  if (!parsed.ok) throw new Error(`the small contest is not in order: ${JSON.stringify(parsed.problems)}`)
  return parsed.definition
}

function listed(prefix: string, count: number): { id: string; name: string }[] {
  return Array.from({ length: count }, (_, index) => ({ id: `${prefix}${index + 1}`, name: `${prefix} ${index + 1}` }))
}

function stage(chance: Chance, id: string): StageInput {
  const rounds = chance() < 0.7 ? 1 : 2
  return {
    id,
    title: id,
    rounds: Array.from({ length: rounds }, (_, index) => round(chance, `${id}-r${index + 1}`)),
    reveal: oneOf(chance, policies),
    compare: oneOf(chance, ['rounded', 'exact']),
    ranking: oneOf(chance, ['standard', 'dense']),
    tieBreaks: chance() < 0.5 ? [{ by: 'decision' }] : [],
  }
}

function round(chance: Chance, id: string): RoundInput {
  const judged = ['c1', 'c2'].slice(0, 1 + below(chance, 2)).map((criterion) => ({
    id: criterion,
    title: criterion,
    scale: { min: '0', max: '10', step: '0.5' },
  }))
  const tallied = { id: 'q', title: 'q', scoredBy: 'secretary', scale: { min: '0', max: '10', step: '1' } } as const
  const criteria = chance() < 0.3 ? [...judged, tallied] : judged
  const over = oneOf(chance, ['sheet', 'criterion'] as const)
  return {
    id,
    title: id,
    maximum: String(criteria.length * 10),
    criteria,
    order: oneOf(chance, ['listed', 'drawn']),
    combine: oneOf<NonNullable<RoundInput['combine']>>(chance, [
      { method: 'mean', over },
      { method: 'median', over },
      { method: 'trimmed-mean', over },
    ]),
    time: { limitSeconds: 60 },
    overtime: oneOf<NonNullable<RoundInput['overtime']>>(chance, [
      { rule: 'none' },
      { rule: 'per-minute', points: '1', count: 'started' },
    ]),
  }
}
