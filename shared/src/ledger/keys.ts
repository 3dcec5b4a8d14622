/**
 * The key of a team in a round. Deciding and folding one sheet asks for the same key a dozen times, and a map reads a new text letter by
 * letter while it knows one that it has seen: so the key that was made last is given again.
 */

export type RoundTeam = `${string}/${string}`

/** An award of a stage. */
export type StageAward = `${string}/${string}`

/** A tie-break question of a stage. */
export type StageQuestion = `${string}/${string}`

let last: { readonly key: RoundTeam; readonly round: string; readonly team: string } = { key: '/', round: '', team: '' }

export function roundTeam(round: string, team: string): RoundTeam {
  if (last.round !== round || last.team !== team) last = { key: `${round}/${team}`, round, team }
  return last.key
}

export function stageQuestion(stage: string, question: string): StageQuestion {
  return `${stage}/${question}`
}

export function stageAward(stage: string, award: string): StageAward {
  return `${stage}/${award}`
}
