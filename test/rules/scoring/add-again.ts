/** Adds a derivation up again from its exact figures alone, as a doubtful reader with pen and paper would. */
import { add, compare, type Exact, fraction, mul, parseDecimal, sum, ZERO } from '@bang-diem/shared/scoring/exact.ts'
import { round } from '@bang-diem/shared/scoring/rounding.ts'
import type { Step } from '@bang-diem/shared/scoring/steps.ts'

/** What stands on the paper so far. */
type Paper = {
  scores: Map<string, Exact>
  /** What is combined next, with its weight. */
  counted: { value: Exact; weight: Exact }[]
  /** The same for groups of judges; `null` as long as none has spoken. */
  ofGroups: { value: Exact; weight: Exact }[] | null
  /** What each judge gave: the mean of a group is made of it. */
  ofJudges: Map<string, Exact>
  combined: Exact
  running: Exact
  ranks: Exact[]
  total: Exact
}

const ONE = parseDecimal('1')
const SUMS = ['sum', 'trimmed-sum']

/**
 * The scores by round and the total. Throws at the first step whose figure is not what the steps before it give. Places by majority are taken
 * as they are told: their order is not a matter of adding up.
 */
export function addAgain(steps: readonly Step[]): Pick<Paper, 'scores' | 'total'> {
  const paper: Paper = {
    scores: new Map(),
    counted: [],
    ofGroups: null,
    ofJudges: new Map(),
    combined: ZERO,
    running: ZERO,
    ranks: [],
    total: ZERO,
  }
  for (const step of steps) judge(paper, step)
  return paper
}

type Judging = 'value' | 'group' | 'combined' | 'judged' | 'tallied'

function judge(paper: Paper, step: Step): void {
  switch (step.kind) {
    case 'value':
      paper.ofJudges.set(step.judge, read(step.exact))
      if (counts(step.treatment)) paper.counted.push({ value: read(step.exact), weight: ONE })
      return
    case 'group':
      group(paper, step)
      return
    case 'combined':
      paper.combined = follows(step, combined(paper.ofGroups ?? paper.counted, step.method))
      paper.counted = []
      paper.ofGroups = null
      paper.ofJudges.clear()
      return
    case 'judged':
      expectSame(step, step.unrounded, mul(paper.combined, read(step.weight)))
      paper.running = add(paper.running, read(step.exact))
      return
    case 'tallied':
      expectSame(step, step.unrounded, mul(read(step.entered), read(step.weight)))
      paper.running = add(paper.running, read(step.exact))
      return
    default:
      sumUp(paper, step)
  }
}

/** The judges' own values no longer count by themselves, but as this mean. */
function group(paper: Paper, step: Extract<Step, { kind: 'group' }>): void {
  const own = step.judges.map((id) => paper.ofJudges.get(id) ?? ZERO)
  expectSame(step, step.given, mul(sum(own), fraction(1n, BigInt(own.length))))
  if (paper.ofGroups === null) paper.ofGroups = []
  if (counts(step.treatment)) paper.ofGroups.push({ value: read(step.exact), weight: read(step.weight) })
}

function counts(treatment: string): boolean {
  return treatment === 'counted' || treatment === 'clamped'
}

function combined(counted: Paper['counted'], method: string): Exact {
  const total = sum(counted.map(({ value, weight }) => mul(weight, value)))
  if (SUMS.includes(method)) return total
  const weights = sum(counted.map(({ weight }) => weight))
  return mul(total, fraction(weights.d, weights.n))
}

type Summing = Exclude<Step, { kind: Judging }>

function sumUp(paper: Paper, step: Summing): void {
  switch (step.kind) {
    case 'bonus':
    case 'deduction':
      paper.running = add(paper.running, read(step.exact))
      return
    case 'multiplied':
      paper.running = follows(step, mul(paper.running, read(step.factor)))
      return
    case 'rounded': {
      const what = step.at === 'criterion' ? 'combined' : step.at === 'round' ? 'running' : 'total'
      paper[what] = follows(step, round(paper[what], step.decimals, step.mode))
      return
    }
    case 'floored':
      if (compare(paper.running, ZERO) >= 0) throw new Error('floored without need')
      paper.running = ZERO
      return
    case 'subtotal':
      follows(step, paper.running)
      return
    case 'score':
      paper.scores.set(step.round, follows(step, paper.running))
      return
    default:
      close(paper, step)
  }
}

type Scoring = 'bonus' | 'deduction' | 'multiplied' | 'rounded' | 'floored' | 'subtotal' | 'score'

function close(paper: Paper, step: Exclude<Summing, { kind: Scoring }>): void {
  switch (step.kind) {
    case 'rank':
      paper.ranks.push(read(step.points ?? step.rank))
      return
    case 'figure':
      paper.running = step.method === 'majority' ? read(step.exact) : figureOf(step, paper.ranks)
      paper.ranks = []
      return
    case 'passed-over':
      paper.running = ZERO
      return
    case 'weighted':
      paper.total = add(paper.total, follows(step, mul(paper.running, read(step.weight))))
      paper.running = ZERO
      return
    case 'own':
      paper.total = follows(step, mul(read(step.weight), paper.total))
      return
    case 'carried':
      paper.total = add(paper.total, follows(step, mul(read(step.weight), read(step.total))))
      return
    case 'total':
      follows(step, paper.total)
      return
    case 'no-score':
    case 'tie-break':
    case 'place':
      return
  }
}

/** The sum of the ranks or of their points, or the mean where the rules say so. */
function figureOf(step: Extract<Step, { kind: 'figure' }>, ranks: readonly Exact[]): Exact {
  const total = sum(ranks)
  const isMean = compare(total, read(step.exact)) !== 0
  return follows(step, isMean ? mul(total, fraction(1n, BigInt(ranks.length))) : total)
}

/** The step's own figure, which must be the one that is expected. */
function follows(step: Step & { exact: string }, expected: Exact): Exact {
  return expectSame(step, step.exact, expected)
}

function expectSame(step: Step, text: string, expected: Exact): Exact {
  const actual = read(text)
  if (compare(expected, actual) !== 0) throw new Error(`this does not follow: ${JSON.stringify(step)}`)
  return actual
}

function read(text: string): Exact {
  const [n = '', d] = text.split('/')
  return d === undefined ? parseDecimal(text) : fraction(BigInt(n), BigInt(d))
}
