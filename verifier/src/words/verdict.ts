/** The verdict on a ledger as one sentence, with the names of stage, team and round; and what is said of a receipt. It decides nothing. */
import { footOf } from '../chain.ts'
import type { Definition } from '../definition.ts'
import type { Difference } from '../differences.ts'
import { type Act, receiptAnswer } from '../sealed.ts'
import type { Verified } from '../verified.ts'
import { en } from './en.ts'
import { type Language, type NamedDifference, numberText, type Words } from './say.ts'
import { vi } from './vi.ts'

const words: Readonly<Record<Language, Words>> = { vi, en }

export function wordsIn(language: Language): Words {
  return words[language]
}

/** The contest's own language; Vietnamese where nothing tells. */
export function languageOf({ definition }: Verified): Language {
  return definition?.language ?? 'vi'
}

export function verdictText(
  { verdict, definition, commits, sealed, certifications }: Verified,
  language: Language,
): string {
  const say = wordsIn(language)
  switch (verdict.outcome) {
    case 'broken':
      return say.fault(verdict.fault)
    case 'differs':
      return differenceText(verdict.difference, definition, language)
    case 'agrees': {
      const head = sealed.at(-1)
      const last = head ? footOf(head) : ''
      if (certifications === 0) return say.agreesWithoutTable({ commits, last })
      return say.agrees({ commits, tables: certifications, last })
    }
  }
}

export function differenceText(difference: Difference, definition: Definition | null, language: Language): string {
  const say = wordsIn(language)
  if (difference.kind === 'definition-hash') return say.definitionHash(difference.number)
  const named = withNames(difference, definition, language)
  return say.difference(named, say.column(named))
}

/** A line for each certification that is in order, with all digits of its commit's hash: papers are compared with it. */
export function certificationTexts({ sealed, definition }: Verified, language: Language): string[] {
  return sealed.flatMap(({ acts, ...head }) =>
    acts
      .filter(({ kind }) => kind === 'certification')
      .map((act) => wordsIn(language).certified(actText(act, definition, language), footOf(head), head.hash)),
  )
}

/** What a receipt that somebody holds is of, or why it is not one of this ledger (SPEC C-8). */
export function receiptText(
  asked: string,
  { sealed, commits, verdict, definition }: Verified,
  language: Language,
): { readonly text: string; readonly isThere: boolean } {
  const say = wordsIn(language)
  const answer = receiptAnswer(asked, sealed)
  if (answer.kind !== 'there') {
    return { text: say.noReceipt(answer, { commits, isBroken: verdict.outcome === 'broken' }), isThere: false }
  }
  const { receipt, commit } = answer
  const acts = commit.acts.map((act) => actText(act, definition, language))
  return { text: say.receipt({ receipt, number: commit.number, hash: commit.hash, acts }), isThere: true }
}

function actText(act: Act, definition: Definition | null, language: Language): string {
  const say = wordsIn(language)
  const stages = definition?.stages ?? []
  if (act.kind === 'certification') {
    return say.certification(stages.find(({ id }) => id === act.stage)?.title ?? act.stage, act.version)
  }
  const rounds = stages.flatMap((stage) => stage.rounds)
  const team = definition?.teams.find(({ id }) => id === act.team)?.name ?? act.team
  return say.sheet({ ...act, team, round: rounds.find(({ id }) => id === act.round)?.title ?? act.round })
}

function withNames(
  difference: Exclude<Difference, { kind: 'definition-hash' }>,
  definition: Definition | null,
  language: Language,
): NamedDifference {
  const { stage, team, round, column, found, worked } = difference
  const stages = definition?.stages ?? []
  const rounds = stages.flatMap((one) => one.rounds)
  const teamName = (id: string) => definition?.teams.find((one) => one.id === id)?.name ?? id
  // Rows and awards speak of teams, everything else of figures.
  const isOfTeams = column === 'award' && team === null
  const told = (text: string | null) => {
    if (text === null) return null
    if (column === 'row') return teamName(text)
    return isOfTeams ? text.split(', ').map(teamName).join(', ') : numberText(text, language)
  }
  return {
    ...difference,
    stage: stages.find(({ id }) => id === stage)?.title ?? stage,
    team: team === null ? null : teamName(team),
    round: round === null ? null : (rounds.find(({ id }) => id === round)?.title ?? round),
    found: told(found),
    worked: told(worked),
  }
}
