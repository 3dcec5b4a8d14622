/** The first blocks of a paper: its letterhead, its title, what it is about. */
import type { Stage } from '@bang-diem/shared/contest/definition.ts'
import { definitionOf } from '@bang-diem/shared/ledger/state.ts'
import type { Making } from '../document.ts'
import { letterheads } from '../letterheads/registry.ts'
import type { Block, PageStyle } from '../paper.ts'

export function styleOf({ state }: Making): PageStyle {
  return letterheads[definitionOf(state).papers.letterhead].style
}

/** `kind`: of the paper's number, such as `BB`; null for papers without one. */
export function letterheadBlock(making: Making, kind: string | null): Block {
  const definition = definitionOf(making.state)
  const { number } = making
  const date = definition.date ?? null
  const letterhead = letterheads[definition.papers.letterhead].lines({ definition, kind, number, date })
  return { kind: 'letterhead', letterhead }
}

/** The contest with its edition, then the stage where there are several. */
export function subjectsOf({ state }: Making, stage: Stage | null): string[] {
  const { title, edition, stages } = definitionOf(state)
  const contest = edition === undefined ? title : `${title} ${edition}`
  return stage === null || stages.length === 1 ? [contest] : [contest, stage.title]
}
