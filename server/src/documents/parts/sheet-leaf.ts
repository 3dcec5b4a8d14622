/** One judge's sheet of one team, as a leaf: blank for the paper fallback, or with the marks as they were recorded, for signature. */
import type { Criterion } from '@bang-diem/shared/contest/definition.ts'
import { judgedCriteria, lookupsOf } from '@bang-diem/shared/contest/lookups.ts'
import { seatLabel } from '@bang-diem/shared/contest/seat-label.ts'
import { pick } from '@bang-diem/shared/language/say.ts'
import type { Sheet } from '@bang-diem/shared/ledger/sheet-records.ts'
import { definitionOf } from '@bang-diem/shared/ledger/state.ts'
import { orderOf } from '@bang-diem/shared/rules/rundown.ts'
import { sheetDecimals } from '@bang-diem/shared/scoring/sheet-total.ts'
import type { AboutRound, Making } from '../document.ts'
import type { Block, Column, Leaf, Row, Table } from '../paper.ts'
import { commonWords } from '../words/common.ts'
import { scoreSheetWords } from '../words/score-sheets.ts'
import { letterheadBlock, subjectsOf } from './heads.ts'
import { type SheetPlace, sheetSum } from './sheets.ts'

/** `sheet: null` leaves the marks open; `closing` stands between the table and the signature. */
export function sheetLeaf(
  making: Making<AboutRound>,
  { team, judge }: Omit<SheetPlace, 'round'>,
  sheet: Sheet | null,
  closing: readonly Block[],
): Leaf {
  const { state, about, language } = making
  const words = pick(language, scoreSheetWords)
  const common = pick(language, commonWords)
  const lookups = lookupsOf(definitionOf(state))
  const known = lookups.teams.get(team)
  const order = orderOf(state, about.round).indexOf(team) + 1
  const name = sheet?.name ?? lookups.judges.get(judge)?.name ?? null
  const field = (label: string, content: string | undefined) => (content === undefined ? [] : [{ label, content }])
  return {
    blocks: [
      letterheadBlock(making, null),
      {
        kind: 'title',
        text: words.title,
        subjects: [...subjectsOf(making, about.stage), words.round(about.round.title)],
      },
      {
        kind: 'fields',
        fields: [
          ...field(words.team, known?.name ?? team),
          ...field(words.unit, known?.unit),
          ...field(words.order, order > 0 ? String(order) : undefined),
          { label: words.judge, content: name === null ? seatLabel(judge) : `${seatLabel(judge)} – ${name}` },
        ],
      },
      marksTable(making, sheet),
      ...closing,
      { kind: 'signatures', rows: [[{ title: common.judge, hint: common.sign, name }]] },
    ],
  }
}

function marksTable({ about, language }: Making<AboutRound>, sheet: Sheet | null): Table {
  const words = pick(language, scoreSheetWords)
  const criteria = judgedCriteria(about.round)
  const weighted = criteria.some(({ weight }) => weight !== '1')
  const columns: Column[] = [
    { title: words.columns.place, kind: 'place' },
    { title: words.columns.criterion, kind: 'sentence' },
    { title: words.columns.maximum, kind: 'figure' },
    { title: words.columns.step, kind: 'figure' },
    ...(weighted ? [{ title: words.columns.weight, kind: 'figure' } as const] : []),
    { title: words.columns.mark, kind: 'figure', byHand: sheet === null },
  ]
  const rows = criteria.map((criterion, index) => criterionRow(criterion, { index, weighted, sheet }))
  return {
    kind: 'table',
    name: words.title,
    columns,
    rows: [...rows, sumRow(criteria, sheet, words.sum, weighted)],
    notes: [],
  }
}

interface CriterionPlace {
  readonly index: number
  readonly weighted: boolean
  readonly sheet: Sheet | null
}

function criterionRow(criterion: Criterion, { index, weighted, sheet }: CriterionPlace): Row {
  const { scale, weight } = criterion
  const decimals = sheetDecimals([{ scoredBy: 'judges', weight: '1', step: scale.step }])
  const mark = sheet?.marks[criterion.id]
  return {
    cells: [
      { content: { number: String(index + 1), decimals: 0 } },
      { content: criterion.title },
      { content: { number: scale.max, decimals: 0 } },
      { content: { number: scale.step, decimals: 0 } },
      ...(weighted ? [{ content: { number: weight, decimals: 0 } }] : []),
      { content: mark === undefined ? null : { number: mark, decimals } },
    ],
  }
}

/** Σ weight × maximum and Σ weight × mark. */
function sumRow(criteria: readonly Criterion[], sheet: Sheet | null, title: string, weighted: boolean): Row {
  const most = sheetSum(Object.fromEntries(criteria.map(({ id, scale }) => [id, scale.max])), criteria)
  const sum = sheet === null ? null : sheetSum(sheet.marks, criteria)
  const bold = true
  return {
    cells: [
      { content: null },
      { content: title, bold },
      { content: most && { ...most, decimals: 0 }, bold },
      { content: null },
      ...(weighted ? [{ content: null }] : []),
      { content: sum, bold },
    ],
  }
}
