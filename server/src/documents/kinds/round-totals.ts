/** Bảng tổng hợp điểm: the totals of one round, signed right after it. */
import type { Criterion } from '@bang-diem/shared/contest/definition.ts'
import { judgedCriteria, lookupsOf } from '@bang-diem/shared/contest/lookups.ts'
import { pick } from '@bang-diem/shared/language/say.ts'
import { definitionOf } from '@bang-diem/shared/ledger/state.ts'
import type { About, DocumentKind, Making } from '../document.ts'
import type { Block, Signature, Table } from '../paper.ts'
import { evenParts, FIGURES_ABREAST } from '../parts/abreast.ts'
import { changesSince } from '../parts/changes.ts'
import { stageFoot } from '../parts/foot.ts'
import { letterheadBlock, subjectsOf } from '../parts/heads.ts'
import { lacksScores } from '../parts/lacks.ts'
import { paperOf } from '../parts/paper-of.ts'
import { teamCalled } from '../parts/people.ts'
import { roundNotes } from '../parts/round-notes.ts'
import { panelOf, type RoundSteps, stepsIn } from '../parts/round-steps.ts'
import { totalsTables } from '../parts/round-table.ts'
import { stageTable } from '../parts/stage-table.ts'
import { commonWords } from '../words/common.ts'
import { roundTotalsWords } from '../words/round-totals.ts'
import { scoreSheetWords } from '../words/score-sheets.ts'

type OfRound = Extract<About, { kind: 'round' }>

const title = { vi: 'Bảng tổng hợp điểm', en: 'Totals of a round' }

/** More judges than that need the long side of the page. */
const JUDGES_UPRIGHT = 4

export const roundTotals: DocumentKind<OfRound> = {
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
    const teams = stepsIn(state, about.stage, about.round)
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
            ...totalsBlocks(making, teams, FIGURES_ABREAST[orientation]),
            ...criteriaBlocks(making, teams, FIGURES_ABREAST[orientation]),
            ...changes,
            { kind: 'signatures', rows: [signersOf(making)] },
          ],
        },
      ],
    })
  },
}

/** What must be read with them stands below the last, which has the scores. */
function totalsBlocks(
  { state, about, language }: Making<OfRound>,
  teams: readonly RoundSteps[],
  abreast: number,
): Table[] {
  const words = pick(language, roundTotalsWords)
  const { stage, round } = about
  const name = words.sheet(round.title)
  return totalsTables({ state, stage, round, words, teams }, abreast).map((table, part, { length }) => ({
    kind: 'table',
    name: numbered(name, part, length),
    ...table,
    notes: part === length - 1 ? roundNotes({ state, stage: stage.id, round, language }, teams) : [],
  }))
}

const numbered = (name: string, part: number, parts: number) => (parts === 1 ? name : `${name} ${part + 1}`)

/** Where criteria are combined one by one, what each came to stands in tables of their own. */
function criteriaBlocks(making: Making<OfRound>, teams: readonly RoundSteps[], abreast: number): Block[] {
  const { round } = making.about
  const criteria = judgedCriteria(round)
  if (round.combine.over !== 'criterion' || criteria.length === 0) return []
  const words = pick(making.language, roundTotalsWords)
  const name = words.criteriaSheet(round.title)
  const tables = evenParts(criteria, abreast).map((part, index, { length }) => ({
    ...criteriaTable(making, teams, part),
    name: numbered(name, index, length),
  }))
  return [{ kind: 'heading', text: words.criteriaTitle }, ...tables]
}

function criteriaTable(
  { state, language }: Making<OfRound>,
  teams: readonly RoundSteps[],
  criteria: readonly Criterion[],
): Omit<Table, 'name'> {
  const words = pick(language, roundTotalsWords)
  const rows = teams.map((team, index) => ({
    cells: [
      { content: { number: String(index + 1), decimals: 0 } },
      { content: teamCalled(state, team.team) },
      ...criteria.map(({ id }) => {
        const shown = team.all('judged').find(({ criterion }) => criterion === id)?.shown
        return { content: shown === undefined ? null : { number: shown, decimals: 0 } }
      }),
    ],
  }))
  const columns = [
    { title: words.columns.place, kind: 'place' },
    { title: words.columns.team, kind: 'name' },
    ...criteria.map((criterion) => ({ title: criterion.title, kind: 'figure' }) as const),
  ] as const
  return { kind: 'table', columns, rows, notes: [] }
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
