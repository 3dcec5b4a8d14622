/** Danh sách đạt giải, for the MC: side awards first, then the main list from its lowest award up, the first place last. */
import { lookupsOf } from '@bang-diem/shared/contest/lookups.ts'
import { pick } from '@bang-diem/shared/language/say.ts'
import type { AwardReveal } from '@bang-diem/shared/ledger/reveals.ts'
import { definitionOf } from '@bang-diem/shared/ledger/state.ts'
import { totalRounding } from '@bang-diem/shared/scoring/rounding.ts'
import type { AboutStage, DocumentKind, Making } from '../document.ts'
import type { Row, Table } from '../paper.ts'
import { awardsNow } from '../parts/awards-now.ts'
import { changesSince } from '../parts/changes.ts'
import { stageFoot } from '../parts/foot.ts'
import { letterheadBlock, subjectsOf } from '../parts/heads.ts'
import { lacksCertification } from '../parts/lacks.ts'
import { paperOf } from '../parts/paper-of.ts'
import { teamCalled } from '../parts/people.ts'
import { type StageTable, stageTable } from '../parts/stage-table.ts'
import { awardListWords } from '../words/awards.ts'
import { commonWords } from '../words/common.ts'

const title = { vi: 'Danh sách đạt giải', en: 'List of awards' }

export const awards: DocumentKind<AboutStage> = {
  name: 'awards',
  title,
  about: 'stage',
  takes: [],
  asCertified: false,
  applies: ({ stage }) => stage.awards.length > 0,
  formats: ['pdf', 'xlsx', 'csv'],
  lacks: ({ state, about }) => lacksCertification(state, about.stage),
  paper: (making) => {
    const { state, about, language } = making
    const table = stageTable(state, about.stage)
    const words = pick(language, awardListWords)
    const common = pick(language, commonWords)
    return paperOf(making, title, {
      numbered: true,
      foot: stageFoot(making, table),
      leaves: [
        {
          blocks: [
            letterheadBlock(making, null),
            { kind: 'title', text: words.title, subjects: [...subjectsOf(making, about.stage), words.subject] },
            winnersTable(making, table),
            ...changesSince(making, { ...table, awards: awardsNow(state, about.stage, table) }),
            {
              kind: 'signatures',
              rows: [[{ title: common.chair, hint: common.sign, name: definitionOf(state).papers.chair ?? null }]],
            },
          ],
        },
      ],
    })
  },
}

function inOrderOfAnnouncement({ state, about }: Making<AboutStage>, table: StageTable): AwardReveal[] {
  const all = awardsNow(state, about.stage, table)
  return [...all.filter(({ main }) => !main), ...all.filter(({ main }) => main).reverse()]
}

function winnersTable(making: Making<AboutStage>, table: StageTable): Table {
  const { state, language, about } = making
  const { columns, sheet } = pick(language, awardListWords)
  const { teams: known } = lookupsOf(definitionOf(state))
  const rowsOf = new Map(table.rows.map((row) => [row.team, row]))
  const decimals = totalRounding(about.stage.rounding).decimals
  // Within an award the lower place is read first as well.
  const winners = inOrderOfAnnouncement(making, table).flatMap(({ title: award, teams }) =>
    [...teams].reverse().map((team) => ({ award, team })),
  )
  const hasUnits = winners.some(({ team }) => known.get(team)?.unit !== undefined)
  const separate = table.rows.some(({ category }) => category !== undefined)
  const rows = winners.map(({ award, team }, index): Row => {
    const row = rowsOf.get(team)
    const rank = row?.rank ?? null
    const total = row?.total ?? null
    return {
      cells: [
        { content: { number: String(index + 1), decimals: 0 } },
        { content: award, bold: true },
        { content: teamCalled(state, team), bold: true },
        ...(separate ? [{ content: row?.category ?? null }] : []),
        ...(hasUnits ? [{ content: known.get(team)?.unit ?? null }] : []),
        { content: rank === null ? null : { number: String(rank), decimals: 0 } },
        { content: total === null ? null : { number: total, decimals } },
      ],
    }
  })
  return {
    kind: 'table',
    name: sheet,
    columns: [
      { title: columns.order, kind: 'place' },
      { title: columns.award, kind: 'name' },
      { title: columns.team, kind: 'name' },
      ...(separate ? [{ title: columns.group, kind: 'short' } as const] : []),
      ...(hasUnits ? [{ title: columns.unit, kind: 'name' } as const] : []),
      { title: columns.rank, kind: 'place' },
      { title: columns.total, kind: 'figure' },
    ],
    rows,
    notes: [],
  }
}
