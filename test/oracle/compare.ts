/**
 * Two answers to the same contest, side by side. It compares and tells; it never works out who is right.
 */
import type { Waiting } from '@bang-diem/verifier/scoring/ties.ts'
import type { Answer, Figure } from './oracle.ts'

export type Comparison = { readonly figures: number; readonly differences: readonly string[] }

/** Fractions are written unreduced: numbers are compared, not texts. */
function sameFraction(a: string, b: string): boolean {
  const [an, ad] = a.split('/').map(BigInt)
  const [bn, bd] = b.split('/').map(BigInt)
  if (an === undefined || ad === undefined || bn === undefined || bd === undefined) return false
  return an * bd === bn * ad
}

function sameFigure(a: Figure | null, b: Figure | null): boolean {
  if (a === null || b === null) return a === b
  return a.shown === b.shown && sameFraction(a.exact, b.exact)
}

function figureText(figure: Figure | null): string {
  return figure === null ? 'none' : `${figure.shown} (${figure.exact})`
}

function waitingText({ teams, awaits }: Waiting): string {
  return `${teams.join(' = ')} for ${awaits}`
}

export function compared(engine: Answer, oracle: Answer): Comparison {
  const differences: string[] = []
  let figures = 0
  const check = (what: string, isSame: boolean, [ofEngine, ofOracle]: readonly [string, string]) => {
    figures += 1
    if (!isSame) differences.push(`${what}: engine ${ofEngine}, oracle ${ofOracle}`)
  }
  for (const [round, ofRound] of oracle.scores) {
    for (const [team, score] of ofRound) {
      const other = engine.scores.get(round)?.get(team) ?? null
      check(`score of ${team} in ${round}`, sameFigure(other, score), [figureText(other), figureText(score)])
    }
  }
  for (const [team, row] of oracle.rows) {
    const other = engine.rows.get(team) ?? { rank: null, total: null, decidedBy: null, figures: null }
    check(`total of ${team}`, sameFigure(other.total, row.total), [figureText(other.total), figureText(row.total)])
    check(`rank of ${team}`, other.rank === row.rank, [`${other.rank}`, `${row.rank}`])
    const [ofEngine, ofOracle] = [`${other.decidedBy}`, `${row.decidedBy}`]
    check(`what decided on ${team}`, ofEngine === ofOracle, [ofEngine, ofOracle])
    check(`ranks of ${team}`, other.figures === row.figures, [`${other.figures}`, `${row.figures}`])
  }
  const [ofEngine, ofOracle] = [[...engine.rows.keys()].join(' '), [...oracle.rows.keys()].join(' ')]
  check('order of rows', ofEngine === ofOracle, [ofEngine, ofOracle])
  for (const [category, waiting] of oracle.undecided) {
    const own = waiting.map(waitingText).join('; ')
    const other = (engine.undecided.get(category) ?? []).map(waitingText).join('; ')
    check(`who waits${category === null ? '' : ` in ${category}`}`, other === own, [other, own])
  }
  return { figures, differences }
}
