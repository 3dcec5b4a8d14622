/** The appendix of the minutes: of every sheet its sum and its receipt, at most five judges side by side. */
import type { Round } from '@bang-diem/shared/contest/definition.ts'
import * as v from 'valibot'
import { judged, sumOf } from '../criteria.ts'
import { type Content, type ExpectedTable, figure } from '../expected.ts'
import type { Facts } from '../facts.ts'

const MOST_ABREAST = 5

export function appendix(facts: Facts, round: Round): ExpectedTable[] {
  if (judged(round).length === 0) return []
  const panel = facts.panel(round)
  const parts = Math.ceil(panel.length / MOST_ABREAST)
  const abreast = Math.ceil(panel.length / parts)
  return Array.from({ length: parts }, (_, part) => ({
    rows: facts
      .wholeOrder(round)
      .map((team): Content[] => [
        facts.team(team).name,
        ...panel.slice(part * abreast, (part + 1) * abreast).map((judge) => sheetCell(facts, round, team, judge)),
      ]),
  }))
}

function sheetCell(facts: Facts, round: Round, team: string, judge: string): Content {
  const sheet = facts.submitted({ round: round.id, team, judge })
  if (sheet) return { together: [figure(sumOf(round, sheet.marks)), sheet.receipt] }
  const isExcused = facts.entry(`excused/${round.id}/${team}/${judge}`, v.string()) !== undefined
  return { together: [isExcused ? '–' : null, null] }
}
