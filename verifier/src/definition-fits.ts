/**
 * Whether a definition fits itself, as far as tables follow from it: SPEC D-8 to D-18. A definition that does not was never taken by a hub, and
 * nothing could be worked out under it. It judges no single value; the schema does that.
 */
import type { Definition, Round, Stage } from './definition.ts'

/** Where the first thing stands that does not fit, such as `stages.0.rounds.1.judgeGroups`; `null`: everything fits. */
export function misfitIn(definition: Definition): string | null {
  const { teams, judges, stages } = definition
  if (hasTwins(teams)) return 'teams'
  if (hasTwins(judges)) return 'judges'
  if (hasTwins([...stages, ...stages.flatMap(({ rounds }) => rounds)])) return 'stages'
  return firstOf(stages, 'stages', (stage) => misfitInStage(definition, stage))
}

function misfitInStage(definition: Definition, stage: Stage): string | null {
  return firstOf(stage.rounds, 'rounds', (round) => misfitInRound(definition, stage, round))
}

function misfitInRound({ judges }: Definition, { placing }: Stage, round: Round): string | null {
  const { criteria, combine, judgeGroups, panel } = round
  if (hasTwins(criteria)) return 'criteria'
  const ranksJudges = placing.method === 'majority' || (placing.method !== 'total' && placing.of === 'judges')
  if (ranksJudges && criteria.every(({ scoredBy }) => scoredBy !== 'judges')) return 'criteria'
  if ('highest' in combine) {
    const { highest, lowest, whenAtLeast = highest + lowest + 1 } = combine
    if (whenAtLeast <= highest + lowest) return 'combine'
  }
  const marking = panel === 'all' ? judges.map(({ id }) => id) : panel
  if (!marking.every((judge) => judges.some(({ id }) => id === judge))) return 'panel'
  const grouped = judgeGroups.flatMap((group) => group.judges)
  const isEachInOne = marking.every((judge) => grouped.filter((other) => other === judge).length === 1)
  return judgeGroups.length > 0 && !isEachInOne ? 'judgeGroups' : null
}

function hasTwins(named: readonly { readonly id: string }[]): boolean {
  return new Set(named.map(({ id }) => id)).size < named.length
}

function firstOf<Part>(parts: readonly Part[], name: string, misfit: (part: Part) => string | null): string | null {
  for (const [index, part] of parts.entries()) {
    const within = misfit(part)
    if (within !== null) return `${name}.${index}.${within}`
  }
  return null
}
