/**
 * Seats and roles: who may speak, and which role may give which command. Being allowed by role is the first check of `decide`,
 * the contest's situation comes after it. It knows no tokens.
 */
import type { Definition } from '../contest/definition.ts'
import { lookupsOf } from '../contest/lookups.ts'
import type { CommandType } from './commands.ts'

export type Role = 'judge' | 'head' | 'mc' | 'secretary' | 'organiser'
/** A seat as it stands in `by` of a commit: `judge:<id>`, `mc`, `secretary`, `organiser`, `hub`. */
export type SeatId = `judge:${string}` | 'mc' | 'secretary' | 'organiser' | 'hub'

/** The judge's id of a judge's seat; undefined for every other seat. */
export function judgeOfSeat(seat: string): string | undefined {
  return seat.startsWith('judge:') ? seat.slice('judge:'.length) : undefined
}

/** The same, as the definition writes it if it knows the judge. */
export function judgeIn(definition: Definition, seat: string): string | undefined {
  const judge = judgeOfSeat(seat)
  return judge === undefined ? undefined : (lookupsOf(definition).judges.get(judge)?.id ?? judge)
}

/** Checks the form of a stored or received seat. */
export function parseSeat(text: string): SeatId | undefined {
  if (text === 'mc' || text === 'secretary' || text === 'organiser' || text === 'hub') return text
  const judge = judgeOfSeat(text)
  return judge ? `judge:${judge}` : undefined
}

const plainJudge: readonly Role[] = ['judge']
const headJudge: readonly Role[] = ['judge', 'head']

/** The roles of a seat: the head judge is a judge as well; the organiser stands in where there is no head judge. */
export function rolesOf(definition: Definition, seat: SeatId): readonly Role[] {
  const judge = judgeOfSeat(seat)
  if (judge !== undefined) return lookupsOf(definition).judges.get(judge)?.head ? headJudge : plainJudge
  if (seat === 'mc') return ['mc']
  if (seat === 'secretary') return ['secretary']
  if (seat === 'organiser') return lookupsOf(definition).head ? ['organiser'] : ['organiser', 'head']
  return []
}

/** Which roles may give a command. `approve` and `decline` are the organiser's too, for what the head judge asked himself. */
export const rolesByCommand: Readonly<Record<CommandType, readonly Role[]>> = {
  submitSheet: ['judge'],
  recuse: ['judge'],
  requestReopen: ['judge'],
  take: ['mc'],
  back: ['mc'],
  show: ['mc'],
  startTimer: ['mc'],
  pauseTimer: ['mc'],
  resetTimer: ['mc'],
  setOrder: ['secretary'],
  drawOrder: ['secretary'],
  tally: ['secretary'],
  recordTime: ['secretary'],
  recordFactor: ['secretary'],
  tallyQuestion: ['secretary'],
  deduct: ['secretary'],
  addBonus: ['secretary'],
  withdrawDeduction: ['secretary'],
  withdrawBonus: ['secretary'],
  enterSheet: ['secretary'],
  excuse: ['secretary', 'head'],
  withdrawExcuse: ['secretary', 'head'],
  releaseJudge: ['head', 'organiser'],
  recallJudge: ['head', 'organiser'],
  withdrawTeam: ['secretary'],
  note: ['secretary'],
  approve: ['head', 'organiser'],
  decline: ['head', 'organiser'],
  breakTie: ['head'],
  drawLots: ['head'],
  decideCut: ['head'],
  qualify: ['head'],
  certify: ['head'],
  redefine: ['organiser'],
  replaceJudge: ['organiser'],
  reopenStage: ['organiser'],
  giveAward: ['organiser'],
  takeBackAward: ['organiser'],
}
