/** The verdict on a ledger as one sentence, with the names of stage, team and round. It decides nothing. */
import type { Definition } from '../definition.ts'
import type { Difference } from '../differences.ts'
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
  { verdict, definition, commits, receipts, certifications }: Verified,
  language: Language,
): string {
  const say = wordsIn(language)
  switch (verdict.outcome) {
    case 'broken':
      return say.fault(verdict.fault)
    case 'differs':
      return differenceText(verdict.difference, definition, language)
    case 'agrees': {
      const last = receipts.at(-1) ?? ''
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
