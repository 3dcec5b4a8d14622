/**
 * The one gate to the ledger: given the state and a command of a seat, the facts that follow or a refusal.
 *
 * Pure: the hub's time and entropy come in with each command, a page's never do. It decides on the tentative state it is given
 * and changes nothing; a refusal is a value, never an exception.
 */
import type { Sha256 } from '../ledger/commit.ts'
import { definitionOf, type State } from '../ledger/state.ts'
import { recallJudge, releaseJudge } from './absences.ts'
import { giveAward, takeBackAward } from './awards.ts'
import type { Command } from './commands.ts'
import { accept, type Decision, refuse } from './decision.ts'
import { addLine, enterSheet, excuse, recordFactor, recordTime, tally, withdrawLine, withdrawTeam } from './desk.ts'
import { certify } from './head.ts'
import { drawOrder, setOrder } from './order.ts'
import { reopenStage, replaceJudge } from './organise.ts'
import { decideCut, qualify } from './qualifying.ts'
import { redefine } from './redefine.ts'
import { approve, decline } from './requests.ts'
import { judgeIn, type Role, rolesByCommand, rolesOf, type SeatId } from './seats.ts'
import { recuse, requestReopen, submitSheet } from './sheets.ts'
import { back, runTimer, show, take } from './show.ts'
import { breakTie, drawLots, tallyQuestion } from './ties.ts'

export interface DecideContext {
  /** 32 random bytes as 64 hex digits, from the hub. */
  readonly entropy: string
  readonly sha256: Sha256
}

export function decide(state: State, seat: SeatId, command: Command, context: DecideContext): Decision {
  const roles = rolesOf(definitionOf(state), seat)
  if (!rolesByCommand[command.type].some((role) => roles.includes(role))) {
    return refuse({ code: 'role-not-allowed', role: roles[0] ?? seat, command: command.type })
  }
  const judge = judgeIn(definitionOf(state), seat)
  switch (command.type) {
    case 'submitSheet':
      return judge === undefined ? notAJudge() : submitSheet(state, judge, command)
    case 'recuse':
      return judge === undefined ? notAJudge() : recuse(state, judge, command)
    case 'requestReopen':
      return judge === undefined ? notAJudge() : requestReopen(state, judge, command)
    default:
      return decideStaff(state, seat, roles, command, context)
  }
}

type StaffCommand = Exclude<Command, { type: 'submitSheet' | 'recuse' | 'requestReopen' }>

function decideStaff(
  state: State,
  seat: SeatId,
  roles: readonly Role[],
  command: StaffCommand,
  context: DecideContext,
): Decision {
  switch (command.type) {
    case 'take':
      return take(state, command)
    case 'back':
      return back(state, command)
    case 'show':
      return show(state, command)
    case 'startTimer':
    case 'pauseTimer':
    case 'resetTimer':
      return runTimer(state, command)
    case 'setOrder':
      return setOrder(state, command)
    case 'drawOrder':
      return drawOrder(state, command, context)
    case 'tally':
      return tally(state, command)
    case 'recordTime':
      return recordTime(state, command)
    case 'recordFactor':
      return recordFactor(state, command)
    case 'tallyQuestion':
      return tallyQuestion(state, command)
    case 'deduct':
    case 'addBonus':
      return addLine(state, command)
    case 'withdrawDeduction':
    case 'withdrawBonus':
      return withdrawLine(state, command)
    case 'enterSheet':
      return enterSheet(state, command)
    case 'excuse':
    case 'withdrawExcuse':
      return excuse(state, seat, command)
    case 'withdrawTeam':
      return withdrawTeam(state, command)
    case 'note':
      return accept({ type: 'noted', text: command.text })
    default:
      return decideOfficials(state, seat, roles, command, context)
  }
}

type OfficialCommand = Extract<
  Command,
  {
    type:
      | 'approve'
      | 'decline'
      | 'breakTie'
      | 'drawLots'
      | 'decideCut'
      | 'qualify'
      | 'giveAward'
      | 'takeBackAward'
      | 'certify'
      | 'releaseJudge'
      | 'recallJudge'
      | 'redefine'
      | 'replaceJudge'
      | 'reopenStage'
  }
>

/** The head judge's and the organiser's. */
function decideOfficials(
  state: State,
  seat: SeatId,
  roles: readonly Role[],
  command: OfficialCommand,
  context: DecideContext,
): Decision {
  switch (command.type) {
    case 'approve':
      return approve(state, seat, roles, command)
    case 'decline':
      return decline(state, seat, roles, command)
    case 'breakTie':
      return breakTie(state, command)
    case 'drawLots':
      return drawLots(state, command, context)
    case 'decideCut':
      return decideCut(state, command)
    case 'qualify':
      return qualify(state, command)
    case 'giveAward':
      return giveAward(state, command)
    case 'takeBackAward':
      return takeBackAward(state, command)
    case 'certify':
      return certify(state, command)
    case 'releaseJudge':
      return releaseJudge(state, command)
    case 'recallJudge':
      return recallJudge(state, seat, command)
    case 'redefine':
      return redefine(state, command, context)
    case 'replaceJudge':
      return replaceJudge(state, command)
    case 'reopenStage':
      return reopenStage(state, command)
  }
}

/** The role table lets only judges' seats come here; said as a refusal, so that a mistake in the table stays harmless. */
function notAJudge(): Decision {
  return refuse({ code: 'seat-required' })
}
