/** English: the verdict on a ledger. */
import type { Fault } from '../verified.ts'
import type { NamedDifference, Words } from './say.ts'

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
    case 'no-contest':
      return `${at} begins no contest: this is no ledger of Bảng Điểm.`
    case 'unknown-fact':
      return fault.path === null
        ? `${at} holds an unknown fact, “${fault.type}”: this verifier cannot say what it would change.`
        : `${at} holds a fact “${fault.type}” that this verifier does not understand (${fault.path || 'all of it'}).`
    case 'unknown-stage':
      return `${at} is about the stage “${fault.stage}”, which the contest has not.`
  }
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
  noReceipt: (receipt) => `There is no receipt ${receipt} in this ledger.`,
  receipt: (receipt) => `Receipt ${receipt} is in this ledger.`,
  usage: 'Usage: npm run verify -- <ledger.jsonl> [--language vi|en] [--receipt 128-7F3A]',
  noFile: (path) => `Cannot read the file ${path}.`,
}
