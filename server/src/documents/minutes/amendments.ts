/** What was changed after it was recorded: sheets that were opened again, sheets from paper, the stage itself; with whose hands did it. */
import { seatLabel } from '@bang-diem/shared/contest/seat-label.ts'
import { each } from '@bang-diem/shared/ledger/grouped.ts'
import type { FormerSheet, Sheet } from '@bang-diem/shared/ledger/sheet-records.ts'
import { isExcused, sheetOf } from '@bang-diem/shared/ledger/state.ts'
import type { Block, ListItem } from '../paper.ts'
import { handCalled, judgeCalled, teamCalled } from '../parts/people.ts'
import { whenOf } from '../parts/when.ts'
import { figureWritten, isOfStage, listed, type Section, sumOfSheet } from './section.ts'

export function amendmentsSection(section: Section): Block[] {
  const { words } = section
  const items = [...formerItems(section), ...paperItems(section), ...reopenedItems(section)]
  return listed(words.amendments.heading, items, words.amendments.none)
}

/** Every time that the stage itself was opened again. */
function reopenedItems(section: Section): ListItem[] {
  const { making, words, stage } = section
  return (making.state.formerTables.get(stage.id) ?? []).map(({ table, at, reason, request }) => ({
    text: words.amendments.reopened(table.version, whenOf(at, making.language)),
    aside: askedWritten(section, request) ?? reason,
  }))
}

interface Place {
  readonly round: string
  readonly team: string
  readonly judge: string
}

/** Keys are `round/team/judge`. */
function placeIn(key: string): Place {
  const [round = '', team = '', judge = ''] = key.split('/')
  return { round, team, judge }
}

/** By the name of whoever gave the sheet. */
function called({ making, names }: Section, { round, team, judge }: Place, { name }: Sheet): string {
  const whose = name === null ? judgeCalled(making.state, judge) : `${seatLabel(judge)} ${name}`
  return `${whose}, ${teamCalled(making.state, team)}, ${names.round(round)}`
}

/** From each version of a sheet to the one after it. */
function formerItems(section: Section): ListItem[] {
  const { state } = section.making
  return [...each(state.formerSheets)].flatMap(([key, former]) => {
    const place = placeIn(key)
    if (!isOfStage(section, place.round)) return []
    const present = sheetOf(state, place.round, place.team, place.judge)
    return former.map((version, index) => formerItem(section, place, version, former[index + 1]?.sheet ?? present))
  })
}

function formerItem(
  section: Section,
  place: Place,
  { sheet, request }: FormerSheet,
  next: Sheet | undefined,
): ListItem {
  const { making, words } = section
  const { state, language } = making
  const excused = isExcused(state, place.round, place.team, place.judge)
  const open = excused ? words.amendments.notMarking : words.amendments.open
  const before = figureWritten(section, sumOfSheet(section, place.round, sheet.marks), open)
  const now =
    next?.status === 'submitted' ? figureWritten(section, sumOfSheet(section, place.round, next.marks), open) : open
  const text = words.amendments.sheet(called(section, place, sheet), before, now)
  const { paper } = sheet
  const hands = paper && [paper.entered, paper.approved].map((hand) => handCalled(hand, state, language))
  const asides = [
    ...(hands ? [words.amendments.wasPaper(hands[0] ?? '', hands[1] ?? '')] : []),
    askedWritten(section, request) ?? '',
  ].filter((aside) => aside !== '')
  return asides.length === 0 ? { text } : { text, aside: asides.join(' ') }
}

/** Whose request it was, who approved it, and why it was made. */
function askedWritten({ making, words }: Section, request: string): string | undefined {
  const { state, language } = making
  const asked = state.requests.get(request)
  if (!asked) return undefined
  const by = handCalled({ seat: asked.by, name: asked.name }, state, language)
  const approved = asked.settled === null ? '' : handCalled(asked.settled, state, language)
  return words.amendments.asked(by, approved, asked.reason)
}

function paperItems(section: Section): ListItem[] {
  const { state, language } = section.making
  return [...each(state.sheets)].flatMap(([key, sheet]) => {
    const place = placeIn(key)
    const { paper } = sheet
    if (paper === null || !isOfStage(section, place.round)) return []
    const [entered, approved] = [paper.entered, paper.approved].map((hand) => handCalled(hand, state, language))
    return [{ text: section.words.amendments.paper(called(section, place, sheet), entered ?? '', approved ?? '') }]
  })
}
