/**
 * Random contests, small enough to be played by the hundred: every reveal policy, combining method, outlier and overtime rule, with
 * coarse scales so that ties are common. Seeded; the same chance makes the same contest.
 */
import { type Definition, type DefinitionInput, parseDefinition } from '@bang-diem/shared/contest/definition.ts'
import { below, type Chance } from '../robot/chance.ts'

type RoundInput = DefinitionInput['stages'][number]['rounds'][number]

export const policies = ['live', 'after-team', 'after-round', 'ceremony'] as const

export function oneOf<Item>(chance: Chance, items: readonly [Item, ...Item[]]): Item {
  return items[below(chance, items.length)] ?? items[0]
}

export function randomContest(chance: Chance, id: string, policy: (typeof policies)[number]): Definition {
  const teams = ids('doi', 2 + below(chance, 4))
  const judges = ids('gk', 1 + below(chance, 5))
  const head = chance() < 0.7 ? 0 : -1
  const rounds = ids('phan-thi', 1 + below(chance, 3)).map((round) => randomRound(chance, round, judges))
  const input: DefinitionInput = {
    format: 1,
    id,
    title: `Hội thi ${id}`,
    teams: teams.map((team) => ({ id: team, name: `Đội ${team}` })),
    judges: judges.map((judge, index) => ({ id: judge, name: `Giám khảo ${judge}`, head: index === head })),
    stages: [
      {
        id: 'chung-ket',
        title: 'Chung kết',
        rounds,
        reveal: policy,
        compare: oneOf(chance, ['rounded', 'exact']),
        ranking: oneOf(chance, ['standard', 'dense']),
        rounding: [{ at: 'total', decimals: below(chance, 3), mode: 'half-up' }],
        tieBreaks: randomTieBreaks(chance, rounds),
      },
    ],
  }
  const parsed = parseDefinition(input)
  if (!parsed.ok) throw new Error(`the random contest is not valid: ${JSON.stringify(parsed.problems)}`)
  return parsed.definition
}

function ids(root: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${root}-${index + 1}`)
}

function randomRound(chance: Chance, id: string, judges: readonly string[]): RoundInput {
  const judged = ids('tieu-chi', 1 + below(chance, 2)).map((criterion) => ({
    id: criterion,
    title: criterion,
    scale: { min: '0', max: oneOf(chance, ['3', '5', '10']), step: oneOf(chance, ['1', '0.5']) },
  }))
  const tallied = { id: 'dap-an', title: 'Trắc nghiệm', scale: { max: '5' }, scoredBy: 'secretary' } as const
  const criteria = chance() < 0.3 ? [...judged, tallied] : judged
  const over = oneOf(chance, ['sheet', 'criterion'] as const)
  return {
    id,
    title: id,
    maximum: String(criteria.reduce((sum, { scale }) => sum + Number(scale.max), 0)),
    criteria,
    panel: chance() < 0.3 && judges.length > 1 ? judges.slice(1) : 'all',
    order: oneOf(chance, ['listed', 'drawn']),
    combine: oneOf<NonNullable<RoundInput['combine']>>(chance, [
      { method: 'mean', over },
      { method: 'median', over },
      { method: 'sum', over },
      { method: 'trimmed-mean', over },
    ]),
    outliers: oneOf<NonNullable<RoundInput['outliers']>>(chance, [{ rule: 'none' }, { rule: 'drop', limit: '20%' }]),
    time: { limitSeconds: 300 },
    overtime: oneOf<NonNullable<RoundInput['overtime']>>(chance, [
      { rule: 'none' },
      { rule: 'per-minute', points: '0.5', count: 'started' },
      { rule: 'tiers', tiers: [{ fromSeconds: 1, points: '0.25' }] },
    ]),
  }
}

function randomTieBreaks(chance: Chance, rounds: readonly RoundInput[]) {
  const last = rounds.at(-1)
  const byRound = last && chance() < 0.5 ? [{ by: 'round' as const, round: last.id }] : []
  return chance() < 0.6 ? [...byRound, { by: 'decision' as const }] : byRound
}
