/**
 * What must fit together in how a stage comes to its places: attempts, totals carried over, ranks, tie-breaks, separate rankings
 * (D-16 to D-19). It looks at no scale and no time.
 */
import { lowerWins, ranksJudges } from '../scoring/placing/registry.ts'
import { needsHeadJudge, type TieBreak } from '../scoring/tie-breaks/registry.ts'
import type { Definition, Round, Stage } from './definition.ts'
import { type Found, idsOf } from './found.ts'

export function checkPlaces(found: Found, definition: Definition, stage: Stage, path: string): void {
  checkAttempts(found, stage, path)
  checkCarryOver(found, definition, stage, path)
  if (ranksJudges(stage.placing)) {
    for (const [index, round] of stage.rounds.entries()) {
      const judged = round.criteria.some(({ scoredBy }) => scoredBy === 'judges')
      if (!judged) found.add(`${path}.rounds[${index}].criteria`, 'needs-judged-criteria')
    }
  }
  const questions = new Set<string>()
  for (const [index, tieBreak] of stage.tieBreaks.entries()) {
    checkTieBreak(found, definition, stage, tieBreak, `${path}.tieBreaks[${index}]`)
    if (tieBreak.by !== 'question') continue
    const { question } = tieBreak
    if (questions.has(question)) found.add(`${path}.tieBreaks[${index}].question`, 'duplicate-id', { id: question })
    questions.add(question)
  }
  checkCategories(found, definition, stage)
}

/** Only points can be the best of several. */
function checkAttempts(found: Found, stage: Stage, path: string): void {
  const rounds = idsOf(stage.rounds)
  const seen = new Set<string>()
  for (const [index, { rounds: tries, keep }] of stage.attempts.entries()) {
    found.known(tries, rounds, `${path}.attempts[${index}].rounds`, seen)
    if (keep >= tries.length) {
      found.add(`${path}.attempts[${index}].keep`, 'too-large', { bound: String(tries.length - 1) })
    }
  }
  if (stage.attempts.length > 0 && stage.placing.method !== 'total') found.add(`${path}.attempts`, 'needs-total')
}

/** Points can be carried over from a stage before this one, whose totals are points too. */
function checkCarryOver(found: Found, definition: Definition, stage: Stage, path: string): void {
  const earlier = definition.stages.slice(0, definition.stages.indexOf(stage))
  const seen = new Set<string>()
  for (const [index, { stage: id }] of stage.carryOver.entries()) {
    const at = `${path}.carryOver[${index}].stage`
    const from = earlier.find((each) => each.id === id)
    if (from === undefined) found.add(at, 'not-earlier', { id })
    else if (seen.has(id)) found.add(at, 'duplicate-id', { id })
    else if (lowerWins(from.placing)) found.add(at, 'needs-total')
    seen.add(id)
  }
  if (stage.carryOver.length > 0 && stage.placing.method !== 'total') found.add(`${path}.carryOver`, 'needs-total')
}

/** The parts of a tie-break that name something, whichever rule it is. */
interface Naming {
  readonly round?: string | undefined
  readonly rounds?: readonly string[]
  readonly criterion?: string
  readonly criteria?: readonly string[]
}

function checkTieBreak(
  found: Found,
  definition: Definition,
  stage: Stage,
  tieBreak: Naming & Pick<TieBreak, 'by'>,
  path: string,
): void {
  const { round: id, rounds = [], criterion, criteria = [] } = tieBreak
  found.known(rounds, idsOf(stage.rounds), `${path}.rounds`)
  if (needsHeadJudge(tieBreak) && !definition.judges.some(({ head }) => head)) found.add(path, 'needs-head')
  if (id === undefined) return
  const round = stage.rounds.find((each) => each.id === id)
  if (round === undefined) found.add(`${path}.round`, 'unknown-reference', { id })
  else checkCriteria(found, round, criterion, criteria, path)
}

function checkCriteria(
  found: Found,
  round: Round,
  criterion: string | undefined,
  criteria: readonly string[],
  path: string,
): void {
  const known = idsOf(round.criteria)
  if (criterion !== undefined && !known.has(criterion)) {
    found.add(`${path}.criterion`, 'unknown-reference', { id: criterion })
  }
  found.known(criteria, known, `${path}.criteria`)
}

/** Who is ranked among a group must be in one. */
function checkCategories(found: Found, definition: Definition, { separately, entrants }: Stage): void {
  if (separately === undefined) return
  const listed = Array.isArray(entrants) ? new Set(entrants) : null
  for (const [index, team] of definition.teams.entries()) {
    const enters = listed === null || listed.has(team.id)
    if (enters && team[separately] === undefined) found.add(`teams[${index}].${separately}`, 'required')
  }
}
