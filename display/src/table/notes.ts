/** What an announced row or score says of itself in words. */
import type { HallWords } from '@bang-diem/shared/language/vi/hall.ts'
import type { DecidedBy, Hall, RevealedCut, Stage } from '../hall/hall.ts'

/** What decided a tie. The hall knows a criterion only by its round. */
export function decidedByNote(decidedBy: DecidedBy, hall: Hall, words: HallWords): string {
  if (decidedBy === null) return ''
  const own = words.decidedByRule[decidedBy.rule]
  if (own !== undefined) return own
  const round = decidedBy.round === undefined ? undefined : hall.round(decidedBy.round)?.title
  if (round !== undefined)
    return decidedBy.criterion === undefined ? words.decidedByRound(round) : words.decidedByCriterion(round)
  return decidedBy.reason ? words.decidedByReason(decidedBy.reason) : words.decided
}

/** A deduction as its own line: "trừ 1,00 · quá 1 phút 20 giây". `points` arrives in the reader's notation. */
export function deductionLine(cut: RevealedCut, points: string, words: HallWords): string {
  if (cut.seconds !== undefined && cut.kind === 'overtime') return words.overtime(points, cut.seconds)
  if (cut.seconds !== undefined && cut.kind === 'undertime') return words.undertime(points, cut.seconds)
  return words.deduction(points, cut.reason ?? '')
}

/** What teams that are ranked among themselves are called; empty where all are ranked together. */
export function groupName(category: string | undefined, stage: Stage | undefined, words: HallWords): string {
  if (category === undefined) return ''
  return stage?.separately === 'group' ? words.group(category) : category
}
