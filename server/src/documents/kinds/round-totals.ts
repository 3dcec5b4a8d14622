/** Bảng tổng hợp điểm: the totals of one round, signed right after it. */
import { lookupsOf } from '@bang-diem/shared/contest/lookups.ts'
import { type Language, pick } from '@bang-diem/shared/language/say.ts'
import { definitionOf } from '@bang-diem/shared/ledger/state.ts'
import type { AboutRound, DocumentKind, Making } from '../document.ts'
import type { Block, Signature, Table } from '../paper.ts'
import { FIGURES_ABREAST, partNamed } from '../parts/abreast.ts'
import { changesSince } from '../parts/changes.ts'
import { stageFoot } from '../parts/foot.ts'
import { letterheadBlock, subjectsOf } from '../parts/heads.ts'
import { lacksScores } from '../parts/lacks.ts'
import { paperOf } from '../parts/paper-of.ts'
import { roundNotes } from '../parts/round-notes.ts'
import { panelOf, stepsIn } from '../parts/round-steps.ts'
import { criteriaTables, type Totals, totalsTables } from '../parts/round-table.ts'
import { stageTable } from '../parts/stage-table.ts'
import { commonWords } from '../words/common.ts'
import { roundTotalsWords } from '../words/round-totals.ts'
import { scoreSheetWords } from '../words/score-sheets.ts'

const title = { vi: 'Bảng tổng hợp điểm', en: 'Totals of a round' }

/** More judges than that need the long side of the page. */
const JUDGES_UPRIGHT = 4

export const roundTotals: DocumentKind<AboutRound> = {
  name: 'round-totals',
  title,
  about: 'round',
  takes: [],
  asCertified: true,
  applies: () => true,
  formats: ['pdf', 'xlsx', 'csv'],
  lacks: ({ state, about }) => lacksScores(state, about.stage, about.round),
  paper: (making) => {
    const { state, about, language } = making
    const words = pick(language, roundTotalsWords)
    const table = stageTable(state, about.stage)
    const { stage, round } = about
    const totals = { state, stage, round, words, teams: stepsIn(state, stage, round) }
    const subjects = [...subjectsOf(making, about.stage), pick(language, scoreSheetWords).round(about.round.title)]
    const changes = changesSince(making, table)
    const orientation = panelOf(state, about.round).length > JUDGES_UPRIGHT ? 'landscape' : 'portrait'
    return paperOf(making, title, {
      orientation,
      numbered: true,
      foot: stageFoot(making, table),
      leaves: [
        {
          blocks: [
            letterheadBlock(making, null),
            { kind: 'title', text: words.title, subjects },
            ...totalsBlocks(totals, language, FIGURES_ABREAST[orientation]),
            ...criteriaBlocks(totals, FIGURES_ABREAST[orientation]),
            ...changes,
            { kind: 'signatures', rows: [signersOf(making)] },
          ],
        },
      ],
    })
  },
}

/** What must be read with them stands below the last, which has the scores. */
function totalsBlocks(totals: Totals, language: Language, abreast: number): Table[] {
  const { state, stage, round, words, teams } = totals
  return totalsTables(totals, abreast).map((table, part, { length }) => ({
    kind: 'table',
    name: partNamed(words.sheet(round.title), part, length),
    ...table,
    notes: part === length - 1 ? roundNotes({ state, stage: stage.id, round, language }, teams) : [],
  }))
}

/** Where criteria are combined one by one, what each came to stands in tables of their own. */
function criteriaBlocks(totals: Totals, abreast: number): Block[] {
  const { round, words } = totals
  const tables = round.combine.over === 'criterion' ? criteriaTables(totals, abreast) : []
  if (tables.length === 0) return []
  const blocks = tables.map(
    (table, part, { length }): Table => ({
      kind: 'table',
      name: partNamed(words.criteriaSheet(round.title), part, length),
      ...table,
      notes: [],
    }),
  )
  return [{ kind: 'heading', text: words.criteriaTitle }, ...blocks]
}

function signersOf({ state, language }: Making): Signature[] {
  const words = pick(language, commonWords)
  const { papers } = definitionOf(state)
  const { head } = lookupsOf(definitionOf(state))
  return [
    { title: words.secretary, hint: words.sign, name: papers.secretary ?? null },
    head
      ? { title: words.head, hint: words.sign, name: head.name }
      : { title: words.chair, hint: words.sign, name: papers.chair ?? null },
  ]
}
