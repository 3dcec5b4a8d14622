/** English: the verdict on a ledger. */
import type { Impossible } from '../possible.ts'
import type { Fault } from '../verified.ts'
import type { NamedDifference, NamedReceipt, Words } from './say.ts'

function columnOf({ column, round, award }: NamedDifference): string {
  switch (column) {
    case 'row':
      return "the team's row"
    case 'order':
      return 'the order of rows'
    case 'category':
      return 'the group'
    case 'round':
      return `the score in “${round}”`
    case 'total':
      return 'the total'
    case 'rank':
      return 'the rank'
    case 'decided-by':
      return 'what parted equal teams'
    case 'left':
      return 'withdrawn or disqualified'
    case 'award':
      return award === null ? 'the award' : `the award “${award}”`
    case 'deductions':
      return `deductions in “${round}”`
    case 'bonuses':
      return `bonuses in “${round}”`
    case 'exact':
      return `the unrounded score in “${round}”`
  }
}

function faultOf(fault: Fault): string {
  const at = `Commit ${fault.number}`
  switch (fault.kind) {
    case 'empty':
      return 'The file is empty: there is no commit in it.'
    case 'no-ledger':
      return 'This file is no ledger of Bảng Điểm, or another program has saved it in another encoding.'
    case 'saved-again':
      return `The file was saved again by another program (${fault.as}), so that commit 1 is not as it was written. Use the original file.`
    case 'unreadable':
      return fault.isLast
        ? `${at} (the last line) cannot be read: the line was changed, or the file was cut off.`
        : `${at} cannot be read: the line was changed.`
    case 'missing':
      return fault.isLater
        ? `${at} is not in its place: commit ${fault.found} stands there. The order was changed.`
        : `${at} is missing: after commit ${fault.number - 1} comes commit ${fault.found}.`
    case 'repeated':
      return `${at} is not in its place: commit ${fault.found} stands there again.`
    case 'unlinked':
      return `${at} does not go on from the one before: one of the two is of another ledger, or was made anew.`
    case 'changed':
      return `${at} was changed: what it says does not fit its own hash.`
    case 'undated':
      return `${at} has a time that is on no calendar.`
    case 'no-contest':
      return `${at} begins no contest: this is no ledger of Bảng Điểm.`
    case 'unknown-fact':
      return fault.path === null
        ? `${at} holds an unknown fact, “${fault.type}”: this verifier cannot say what it would change.`
        : `${at} holds a fact “${fault.type}” that this verifier does not understand (${fault.path || 'all of it'}).`
    case 'impossible':
      return `${at} cannot be: ${impossible(fault.what)}.`
  }
}

const whats = { stage: 'stage', round: 'round', team: 'team', judge: 'judge', criterion: 'tallied criterion' }

function impossible(what: Impossible): string {
  switch (what.why) {
    case 'unknown':
      return `the definition has no ${whats[what.what]} “${what.id}”`
    case 'not-on-panel':
      return `${what.judge} does not mark the round “${what.round}”`
    case 'marks':
      return `${sheetOf(what)} does not fit the criteria and scales of the definition`
    case 'sheet-again':
      return `${sheetOf(what)} was in already and had not been reopened`
    case 'revision':
      return `${sheetOf(what)} counts its reopenings wrongly`
    case 'no-sheet':
      return `${sheetOf(what)} is reopened and was not in`
    case 'points':
      return `points or factor of ${what.team} in “${what.round}” are outside the definition`
    case 'certified':
      return `the stage “${what.stage}” was certified already`
    case 'not-certified':
      return `the stage “${what.stage}” was not certified, so that nothing could be reopened`
    case 'created-again':
      return 'a contest is created once'
    case 'definition':
      return `its definition does not fit itself (${what.path})`
  }
}

function sheetOf({ judge, team, round }: { judge: string; team: string; round: string }): string {
  return `the sheet of ${judge} for ${team} in “${round}”`
}

function receiptText({ receipt, number, hash, acts }: NamedReceipt): string {
  const what = acts.length > 0 ? acts.join('; ') : 'no sheet and no certification'
  return `Receipt ${receipt} is in this ledger. Commit ${number}: ${what}. Whole hash: ${hash}`
}

export const en: Words = {
  column: columnOf,
  difference: ({ kind, number, stage, team, found, worked }, column) => {
    const who = team === null ? '' : `, team “${team}”`
    const where = kind === 'certified' ? `the certified table of “${stage}”` : `what was announced in “${stage}”`
    return `Commit ${number}: ${where}${who}, ${column}: it says ${found ?? 'nothing'}, worked out again it is ${worked ?? 'nothing'}.`
  },
  definitionHash: (number) => `Commit ${number}: the hash of the definition is not that of the definition in force.`,
  fault: faultOf,
  agrees: ({ commits, tables, last }) =>
    `It agrees: ${commits} commits in one unbroken chain, ${tables} certified ${tables === 1 ? 'table' : 'tables'} worked out again. Last commit: ${last}.`,
  agreesWithoutTable: ({ commits, last }) =>
    `It agrees: ${commits} commits in one unbroken chain; no result has been certified yet. Last commit: ${last}.`,
  sheet: ({ isFromPaper, ...sheet }) => `${sheetOf(sheet)}${isFromPaper ? ' (from paper)' : ''}`,
  certification: (stage, version) => `certification ${version} of the stage “${stage}”`,
  certified: (certification, foot, hash) => `Commit ${foot}: ${certification}. Hash: ${hash}`,
  receipt: receiptText,
  noReceipt: (answer, { commits, isBroken }) => {
    switch (answer.kind) {
      case 'other-hash':
        return `There is no receipt ${answer.receipt} in this ledger: its commit ${answer.number} is ${answer.found}, the paper has ${answer.receipt}.`
      case 'beyond':
        return isBroken
          ? `Nobody can tell about receipt ${answer.receipt}: only ${commits} commits of this ledger could be checked.`
          : `There is no receipt ${answer.receipt} in this ledger: it has ${commits} commits.`
      case 'unknown-hash':
        return isBroken
          ? `Nobody can tell about the hash ${answer.receipt}: only ${commits} commits of this ledger could be checked.`
          : `The hash ${answer.receipt} is not in this ledger.`
      case 'unreadable':
        return `“${answer.receipt}” is no receipt: give the commit's number and at least 4 digits of its hash, such as 128-7F3A, or all 64 digits of the hash.`
    }
  },
  usage: 'Usage: npm run verify -- <ledger.jsonl> [--language vi|en] [--receipt 128-7F3A…]',
  noFile: (path) => `Cannot read the file ${path}.`,
}
