/** Adds a derivation up again from its exact figures alone, as a doubtful reader with pen and paper would. */
import { add, compare, type Exact, fraction, mean, mul, parseDecimal, ZERO } from '@bang-diem/shared/scoring/exact.ts'
import { round } from '@bang-diem/shared/scoring/rounding.ts'
import type { Step } from '@bang-diem/shared/scoring/steps.ts'

/** What stands on the paper so far. */
type Paper = { scores: Map<string, Exact>; counted: Exact[]; combined: Exact; running: Exact; total: Exact }

/**
 * The scores by round and the total. Throws at the first step whose figure is not what the steps before it give. For
 * methods whose value is the mean of the values that count: all but the sum.
 */
export function addAgain(steps: readonly Step[]): Pick<Paper, 'scores' | 'total'> {
  const paper: Paper = { scores: new Map(), counted: [], combined: ZERO, running: ZERO, total: ZERO }
  for (const step of steps) judge(paper, step)
  return paper
}

function judge(paper: Paper, step: Step): void {
  switch (step.kind) {
    case 'value':
      if (step.treatment === 'counted') paper.counted.push(read(step.exact))
      return
    case 'combined':
      paper.combined = follows(step, mean(paper.counted))
      paper.counted = []
      return
    case 'judged':
      paper.running = add(paper.running, follows(step, mul(paper.combined, read(step.weight))))
      return
    case 'tallied':
      paper.running = add(paper.running, follows(step, mul(read(step.entered), read(step.weight))))
      return
    default:
      sumUp(paper, step)
  }
}

function sumUp(paper: Paper, step: Exclude<Step, { kind: 'value' | 'combined' | 'judged' | 'tallied' }>): void {
  switch (step.kind) {
    case 'bonus':
    case 'deduction':
      paper.running = add(paper.running, read(step.exact))
      return
    case 'rounded': {
      const what = ({ criterion: 'combined', round: 'running', sheet: 'combined', total: 'total' } as const)[step.at]
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
    case 'weighted':
      paper.total = add(paper.total, follows(step, mul(paper.running, read(step.weight))))
      paper.running = ZERO
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

/** The step's own figure, which must be the one that is expected. */
function follows(step: Step & { exact: string }, expected: Exact): Exact {
  const actual = read(step.exact)
  if (compare(expected, actual) !== 0) throw new Error(`this does not follow: ${JSON.stringify(step)}`)
  return actual
}

function read(text: string): Exact {
  const [n = '', d] = text.split('/')
  return d === undefined ? parseDecimal(text) : fraction(BigInt(n), BigInt(d))
}
