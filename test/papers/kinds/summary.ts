/** The one page: each team's place and total, and what every round and every stage before put into it. */
import type { Stage } from '@bang-diem/shared/contest/definition.ts'
import { type Expected, figure, maybeFigure, sentence } from '../expected.ts'
import type { Facts } from '../facts.ts'
import { changesOf } from './changes.ts'

export function summary(facts: Facts, stage: Stage): Expected {
  const bars = facts.rows(stage).map(({ team, rank, total }) => {
    const { name, shortName } = facts.team(team)
    return [sentence(rank === null ? '–' : figure(String(rank)), shortName ?? name, maybeFigure(total))]
  })
  const parts = facts
    .rows(stage)
    .flatMap(({ explain }) =>
      explain.flatMap(({ kind, shown }) =>
        (kind === 'weighted' || kind === 'carried') && shown ? [figure(shown)] : [],
      ),
    )
  return { tables: [], lines: [...bars, ...changesOf(facts, stage)], loose: parts }
}
