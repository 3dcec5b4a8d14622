/** Sheets of judges, blank and as they were recorded. */
import type { Round, Stage } from '@bang-diem/shared/contest/definition.ts'
import { judged, sumOf } from '../criteria.ts'
import { type Content, type Expected, type ExpectedLine, exactly, figure, sentence } from '../expected.ts'
import type { Facts, SheetPlace, StaffSheet } from '../facts.ts'
import type { Language } from '../numbers.ts'
import { clockAt, dayAt } from '../times.ts'

export function filledSheets(facts: Facts, round: Round, language: Language): Expected {
  return { tables: [], lines: [filledLines(facts, round, language)], loose: [] }
}

export function allSheets(facts: Facts, { rounds }: Stage, language: Language): Expected {
  return { tables: [], lines: [rounds.flatMap((round) => filledLines(facts, round, language))], loose: [] }
}

function filledLines(facts: Facts, round: Round, language: Language): ExpectedLine[] {
  const places = facts
    .panel(round)
    .flatMap((judge) => facts.wholeOrder(round).map((team) => ({ round: round.id, team, judge })))
  return places.flatMap((place) => {
    const sheet = facts.submitted(place)
    return sheet ? [...sheetLines(facts, round, place, sheet), ...closing(facts, sheet, language)] : []
  })
}

export function blankSheets(facts: Facts, stage: Stage, round: Round): Expected {
  const places = facts
    .panel(round)
    .flatMap((judge) => facts.order(stage, round).map((team) => ({ round: round.id, team, judge })))
    .filter((place) => !isExcused(facts, stage, place))
  return { tables: [], lines: [places.flatMap((place) => sheetLines(facts, round, place, null))], loose: [] }
}

function isExcused(facts: Facts, stage: Stage, { round, team, judge }: SheetPlace): boolean {
  const notMarking = facts.row(stage, team)?.notMarking ?? []
  return notMarking.some((each) => each.round === round && each.judge === judge)
}

/** Whose sheet it is, a row for each criterion, and the sums. */
function sheetLines(facts: Facts, round: Round, place: SheetPlace, sheet: StaffSheet | null): ExpectedLine[] {
  const { team, judge } = place
  const { name, unit } = facts.team(team)
  const order = facts.wholeOrder(round).indexOf(team) + 1
  const called = sheet?.name ?? facts.definition.judges.find(({ id }) => id === judge)?.name ?? ''
  const criteria = judged(round)
  const isWeighted = criteria.some(({ weight }) => weight !== '1')
  const most = Object.fromEntries(criteria.map(({ id, scale }) => [id, scale.max]))
  const mark = (text: string | undefined): Content[] => (text === undefined ? [] : [figure(text)])
  return [
    sentence(name, unit ?? null, order > 0 ? figure(String(order)) : null, judge.toUpperCase(), called),
    ...criteria.map(({ id, title, scale, weight }, index) =>
      exactly(
        figure(String(index + 1)),
        title,
        figure(scale.max),
        figure(scale.step),
        isWeighted ? figure(weight) : null,
        ...mark(sheet?.marks[id]),
      ),
    ),
    sentence(figure(sumOf(round, most)), ...mark(sheet ? sumOf(round, sheet.marks) : undefined)),
  ]
}

/** `Amended once` needs no number. */
function closing(facts: Facts, { receipt, at, revision }: StaffSheet, language: Language): ExpectedLine[] {
  const isSure = facts.commits.some(({ number, hash }) => receipt === `${number}-${hash.slice(0, 4).toUpperCase()}`)
  if (!isSure) throw new Error(`the receipt ${receipt} is of no commit`)
  return [
    sentence(receipt, clockAt(at), dayAt(at)),
    ...(revision < (language === 'en' ? 2 : 1) ? [] : [sentence(figure(String(revision)))]),
  ]
}
