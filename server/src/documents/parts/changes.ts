/** What a paper says about the version before it: when and why the stage was opened again, and every announced figure that differs. */
import { lookupsOf } from '@bang-diem/shared/contest/lookups.ts'
import { namesOf } from '@bang-diem/shared/contest/names.ts'
import { showDecimal } from '@bang-diem/shared/language/decimals.ts'
import { pick } from '@bang-diem/shared/language/say.ts'
import { definitionOf } from '@bang-diem/shared/ledger/state.ts'
import { type TableChange, tableChanges } from '@bang-diem/shared/views/table-changes.ts'
import type { Making } from '../document.ts'
import type { Block } from '../paper.ts'
import { type CommonWords, commonWords } from '../words/common.ts'
import type { StageTable } from './stage-table.ts'
import { whenOf } from './when.ts'

/** Nothing where the stage was never opened again. */
export function changesSince(making: Making, table: StageTable): Block[] {
  const { former } = table
  if (former === null) return []
  const { language } = making
  const words = pick(language, commonWords)
  const { version } = former.table
  const items = tableChanges(former.table, table).map((change) => ({ text: changeWritten(making, words, change) }))
  return [
    { kind: 'heading', text: words.changes.title(version) },
    { kind: 'text', text: words.changes.why(version, whenOf(former.at, language), former.reason) },
    items.length === 0 ? { kind: 'text', text: words.changes.none } : { kind: 'list', items, numbered: false },
  ]
}

function changeWritten({ state, language }: Making, { changes }: CommonWords, change: TableChange): string {
  const definition = definitionOf(state)
  const names = namesOf(definition)
  const figure = (text: string | null) => (text === null ? changes.nothing : showDecimal(text, language))
  const place = (rank: number | null) => (rank === null ? changes.nothing : String(rank))
  const order = [...lookupsOf(definition).rounds.keys()]
  const byPlace = (one: { round: string }, other: { round: string }) =>
    order.indexOf(one.round) - order.indexOf(other.round)
  const parts = [
    ...(change.rank ? [changes.rank(place(change.rank[0]), place(change.rank[1]))] : []),
    ...(change.total ? [changes.total(figure(change.total[0]), figure(change.total[1]))] : []),
    ...[...change.rounds]
      .sort(byPlace)
      .map(({ round, before, now }) => changes.round(names.round(round), figure(before), figure(now))),
    ...(change.left?.[1] ? [changes.left[change.left[1]]] : []),
    ...(change.award ? [changes.award(change.award[0] ?? changes.nothing, change.award[1] ?? changes.nothing)] : []),
    ...change.sideAwards.map(({ title, won }) => (won ? changes.won(title) : changes.lost(title))),
  ]
  return `${names.team(change.team)}: ${parts.join('; ')}`
}
