/** The documents of a contest as people look for them: before the contest, then by stage each of its rounds and its result. It knows no words. */
import type { OfferedDocument } from '@bang-diem/shared/link/documents.ts'

/** A kind of document with everything of it that a group has: one, or before the contest one a round. */
export interface PaperLine {
  readonly name: string
  readonly title: string
  readonly papers: readonly OfferedDocument[]
}

/** Of a round by its id; otherwise of what the section is about. */
export interface PaperGroup {
  readonly round: string | null
  readonly title: string | null
  readonly lines: readonly PaperLine[]
}

/** A stage by its id, or what is needed before the contest. */
export interface PaperSection {
  readonly stage: string | null
  readonly title: string | null
  readonly groups: readonly PaperGroup[]
}

/** Printed for many rounds before the contest, and for each round again. */
const BLANK = 'score-sheets-blank'

/**
 * `papers` are in the order in which they are needed and then in that of the definition, and stay so within a group. `isPrepared`: whether the
 * blank sheets of a stage are printed before the contest.
 */
export function sectionsOf(
  papers: readonly OfferedDocument[],
  isPrepared: (stage: string) => boolean,
): readonly PaperSection[] {
  const before = papers.filter(
    ({ about, name, stage = '' }) => about === 'contest' || (name === BLANK && isPrepared(stage)),
  )
  const stages = new Map(
    papers.flatMap(({ stage, stageTitle }) => (stage === undefined ? [] : [[stage, stageTitle ?? stage] as const])),
  )
  return [
    { stage: null, title: null, groups: groupsOf([[null, null, before]]) },
    ...[...stages].map(([stage, title]) => ({ stage, title, groups: groupsOfStage(papers, stage) })),
  ]
}

function groupsOfStage(papers: readonly OfferedDocument[], of: string): PaperGroup[] {
  const its = papers.filter(({ stage }) => stage === of)
  const rounds = new Map(
    its.flatMap(({ round, roundTitle }) => (round === undefined ? [] : [[round, roundTitle ?? round] as const])),
  )
  return groupsOf([
    ...[...rounds].map(([id, title]) => [id, title, its.filter(({ round }) => round === id)] as const),
    [null, null, its.filter(({ about }) => about === 'stage')],
  ])
}

type Group = readonly [round: string | null, title: string | null, papers: readonly OfferedDocument[]]

/** Without those that have nothing. */
function groupsOf(groups: readonly Group[]): PaperGroup[] {
  return groups.flatMap(([round, title, papers]) =>
    papers.length === 0 ? [] : [{ round, title, lines: linesOf(papers) }],
  )
}

function linesOf(papers: readonly OfferedDocument[]): PaperLine[] {
  const titles = new Map(papers.map(({ name, title }) => [name, title]))
  return [...titles].map(([name, title]) => ({ name, title, papers: papers.filter((paper) => paper.name === name) }))
}
