/** Arbitrary contests: small ones, with every policy and every kind of round. */
import { type Definition, type DefinitionInput, parseDefinition } from '@bang-diem/shared/contest/definition.ts'
import * as fc from 'fast-check'

const scale = fc.constantFrom(
  { min: '0', max: '10', step: '0.25' },
  { min: '6', max: '10', step: '0.5' },
  { min: '0', max: '10', step: '1' },
)
const weight = fc.constantFrom('1', '2')
const over = fc.constantFrom('sheet', 'criterion')

const anyRound = fc.record({
  weight,
  order: fc.constantFrom('listed', 'drawn'),
  scales: fc.array(scale, { minLength: 0, maxLength: 2 }),
  tallied: fc.boolean(),
  small: fc.boolean(),
  combine: fc.oneof(
    fc.record({ method: fc.constantFrom('mean', 'median'), over }),
    fc.record({ method: fc.constant('trimmed-mean'), over, highest: fc.constant(1), lowest: fc.constant(1) }),
  ),
  outliers: fc.constantFrom({ rule: 'none' } as const, { rule: 'drop', limit: '10%' } as const),
  timed: fc.boolean(),
  factor: fc.boolean(),
  grouped: fc.boolean(),
})

const anyStage = fc.record({
  rounds: fc.array(anyRound, { minLength: 1, maxLength: 3 }),
  reveal: fc.constantFrom('live', 'after-team', 'after-round', 'ceremony'),
  compare: fc.constantFrom('rounded', 'exact'),
  ranking: fc.constantFrom('standard', 'dense'),
  ties: fc.constantFrom([], ['decision'], ['lot'], ['question', 'lot'], ['countback', 'decision']),
  someTeams: fc.boolean(),
  placing: fc.constantFrom('total', 'total', 'placings', 'rounds', 'majority'),
  separately: fc.boolean(),
  carries: fc.boolean(),
  awards: fc.boolean(),
  qualifiers: fc.constantFrom(
    null,
    { best: 1, onTie: 'decide' },
    { best: 1, onTie: 'all' },
    { best: 2, onTie: 'decide' },
  ),
})

/** A contest of up to four teams, three judges and two stages. */
export const anyDefinition: fc.Arbitrary<Definition> = fc
  .record({
    teams: fc.integer({ min: 1, max: 4 }),
    judges: fc.integer({ min: 1, max: 3 }),
    head: fc.boolean(),
    stages: fc.array(anyStage, { minLength: 1, maxLength: 2 }),
  })
  .map(({ teams, judges, head, stages }) => {
    const listed = (prefix: string, count: number) =>
      Array.from({ length: count }, (_, index) => ({ id: `${prefix}${index + 1}`, name: `${prefix} ${index + 1}` }))
    const input = {
      format: 1,
      id: 'hoi-thi',
      title: 'Hội thi bất kỳ',
      teams: listed('t', teams).map((team, index) => ({ ...team, group: index % 2 === 0 ? 'A' : 'B' })),
      sessions: [{ id: 'chieu', title: 'Buổi chiều', round: 's1-r1', place: 2 }],
      judges: listed('gk', judges).map((judge, index) => ({ ...judge, head: head && index === 0 })),
      stages: carryingOver(short(stages)).map((stage, index) => stageOf(stage, index, judges)),
    } satisfies DefinitionInput
    const parsed = parseDefinition(input)
    if (!parsed.ok) throw new Error(`an arbitrary contest is not in order: ${JSON.stringify(parsed.problems)}`)
    return parsed.definition
  })

/** A preliminary of one round, so that plays come to the final as well. */
function short(stages: readonly Drawn<typeof anyStage>[]): readonly Drawn<typeof anyStage>[] {
  const isCut = stages[1] !== undefined && stages[1].qualifiers !== null
  return stages.map((stage, index) => (isCut && index === 0 ? { ...stage, rounds: stage.rounds.slice(0, 1) } : stage))
}

/** Totals are carried over between stages that are placed by total. */
function carryingOver(stages: readonly Drawn<typeof anyStage>[]): readonly Drawn<typeof anyStage>[] {
  const canCarry = stages.every(({ placing }) => placing === 'total')
  return stages.map((stage, index) => ({ ...stage, carries: stage.carries && canCarry && index > 0 }))
}

type Drawn<A> = A extends fc.Arbitrary<infer Value> ? Value : never

const tieBreaks = {
  decision: { by: 'decision' },
  lot: { by: 'lot' },
  question: { by: 'question', question: 'phu', maximum: '10' },
  countback: { by: 'countback', of: 'sheets' },
} as const

function stageOf(drawn: Drawn<typeof anyStage>, index: number, judges: number): DefinitionInput['stages'][number] {
  const { rounds, reveal, compare, ranking, ties, someTeams, separately, carries, awards, qualifiers } = drawn
  const id = `s${index + 1}`
  const made = rounds.map((round, at) => roundOf(round, `${id}-r${at + 1}`, judges))
  const entrants = index > 0 && qualifiers !== null ? { from: 's1', ...qualifiers } : someTeams ? ['t1'] : 'all'
  const [first] = made
  return {
    id,
    title: id,
    entrants,
    carryOver: carries ? [{ stage: 's1', weight: '0.5' }] : [],
    rounds: made,
    reveal,
    compare,
    ranking,
    placing: placingOf(drawn, made),
    ...(separately ? { separately: 'group' } : {}),
    tieBreaks: ties.map((by) => tieBreaks[by]),
    awards:
      awards && first !== undefined
        ? [
            { id: 'nhat', title: 'Nhất', places: 1 },
            { id: 'phu', title: 'Phụ', by: 'best', round: first.id, alone: true },
            { id: 'yeu-thich', title: 'Yêu thích', by: 'picked' },
          ]
        : [],
  }
}

/** Judges can rank only where they mark something in every round. */
function placingOf(
  { placing }: Drawn<typeof anyStage>,
  rounds: DefinitionInput['stages'][number]['rounds'],
): DefinitionInput['stages'][number]['placing'] {
  const judged = rounds.every(({ criteria }) => criteria.some(({ scoredBy }) => scoredBy !== 'secretary'))
  if (placing === 'rounds') return { method: 'placings', of: 'rounds' }
  return judged && placing !== 'total' ? { method: placing } : { method: 'total' }
}

function roundOf(
  drawn: Drawn<typeof anyRound>,
  id: string,
  judges: number,
): DefinitionInput['stages'][number]['rounds'][number] {
  const { scales, tallied, small, timed, factor, grouped, ...rules } = drawn
  const judged = scales.map((each, index) => ({ id: `c${index + 1}`, title: 'x', scale: each }))
  const quiz = { id: 'q', title: 'q', scoredBy: 'secretary' as const, scale: { min: '0', max: '10', step: '1' } }
  const criteria = tallied || judged.length === 0 ? [...judged, quiz] : judged
  const panel = small ? ['gk1'] : Array.from({ length: judges }, (_, index) => `gk${index + 1}`)
  return {
    ...rules,
    id,
    title: id,
    maximum: String(criteria.length * 10),
    panel: small ? ['gk1'] : 'all',
    judgeGroups: grouped ? [{ id: 'nhom', judges: panel }] : [],
    criteria,
    ...(factor ? { factor: { min: '1', max: '3' } } : {}),
    time: timed ? { limitSeconds: 60 } : {},
    overtime: timed ? { rule: 'per-minute', points: '1', count: 'started' } : { rule: 'none' },
  }
}
