/** Who has won what, in the order in which it is read out: side awards, then the main list from its lowest award up. */
import type { Stage } from '@bang-diem/shared/contest/definition.ts'
import { winnersEntry } from '@bang-diem/shared/views/desk-entries.ts'
import { type Content, type Expected, figure, maybeFigure } from '../expected.ts'
import type { Facts } from '../facts.ts'
import { changesOf } from './changes.ts'

interface Winners {
  readonly title: string
  readonly teams: readonly string[]
  readonly main: boolean
}

export function awards(facts: Facts, stage: Stage): Expected {
  const table = facts.certified(stage)
  if (!table) throw new Error(`the awards of ${stage.id}, which is not certified`)
  const winners = announced(facts, stage).flatMap(({ title, teams }) =>
    [...teams].reverse().map((team) => ({ title, team })),
  )
  const isSeparate = table.fact.rows.some(({ category }) => category !== undefined)
  const hasUnits = winners.some(({ team }) => facts.team(team).unit !== undefined)
  const rows = winners.map(({ title, team }, index): Content[] => {
    const row = table.fact.rows.find((each) => each.team === team)
    const { name, unit } = facts.team(team)
    return [
      figure(String(index + 1)),
      title,
      name,
      ...(isSeparate ? [row?.category ?? null] : []),
      ...(hasUnits ? [unit ?? null] : []),
      maybeFigure(row?.rank?.toString()),
      maybeFigure(row?.total),
    ]
  })
  return { tables: [{ rows }], lines: changesOf(facts, stage), loose: [] }
}

/** Side awards, then the main list from its lowest award up. */
function announced(facts: Facts, stage: Stage): Winners[] {
  const all = winnersOf(facts, stage)
  return [...all.filter(({ main }) => !main), ...all.filter(({ main }) => main).reverse()]
}

/** In the definition's order: as frozen with the table; what is picked by hand as it stands. */
function winnersOf(facts: Facts, stage: Stage): Winners[] {
  const frozen = facts.certified(stage)?.fact.awards ?? []
  return stage.awards.flatMap((rule): Winners[] => {
    const own = frozen.find(({ award }) => award === rule.id)
    if (rule.by !== 'picked') return own ? [{ ...own }] : []
    const picked = facts.entry(`winners/${stage.id}/${rule.id}`, winnersEntry)
    return [{ title: rule.title, teams: picked?.teams ?? [], main: false }]
  })
}
