/** Why a command was not done, in English: one polite sentence a code, naming the field and the bound. */

import type { Missing, ReferenceField } from '../../rules/refusals.ts'
import type { Names } from '../names.ts'
import { tellProblem } from '../problems.ts'
import type { RefusalWords } from '../refusals.ts'

const fields: Readonly<Record<ReferenceField, string>> = {
  stage: 'stage',
  round: 'round',
  team: 'team',
  judge: 'judge',
  criterion: 'criterion',
  question: 'tie-break question',
  award: 'award',
  request: 'request',
  line: 'line',
  cue: 'cue',
  seat: 'seat',
}

const AWAITED = {
  decision: 'the head judge has to decide',
  lot: 'lots have to be drawn',
  question: 'the tie-break question has to be tallied',
} as const

function list(parts: readonly string[]): string {
  return parts.join(', ')
}

function missingOf(missing: Missing, names: Names): string {
  const parts: string[] = []
  const { judges, moreJudges = 0 } = missing
  const count = judges.length + moreJudges
  if (count > 0) {
    const called = [...judges.map((id) => names.judge(id)), ...(moreJudges > 0 ? ['…'] : [])]
    parts.push(`waiting for ${count === 1 ? '1 sheet' : `${count} sheets`}: ${list(called)}`)
  }
  if (missing.criteria.length > 0) {
    parts.push(`not tallied yet: ${list(missing.criteria.map((id) => names.criterion(missing.round, id)))}`)
  }
  if (missing.time) parts.push('the time is not recorded')
  if (missing.factor) parts.push('the factor is not recorded')
  return `${names.team(missing.team)}, ${names.round(missing.round)} – ${parts.join('; ')}`
}

export const refusals: RefusalWords = {
  unknown: 'This could not be done. Please reload the page and try again.',
  atTheDoor: {
    'session-unknown': 'This session is gone. Please open the page by the link or QR code from the organiser again.',
    'protocol-unsupported': 'This page is older than the hub. Please reload it.',
    'handshake-invalid': 'This page could not connect to the hub. Please reload it.',
    'key-required': 'This needs the key of the organiser.',
    'not-found': 'There is no such thing here.',
    'body-invalid': 'What was sent is not valid.',
    'body-too-large': 'What was sent is too large.',
    'document-not-ready': 'This document cannot be printed yet: something is still missing.',
    'document-too-large':
      'This document is too large to print in one. Please print it for one team or one judge at a time.',
    'document-empty': 'There is nothing to print: the judge does not mark this team, or nobody is in the round.',
  },
  of: {
    'command-invalid': ({ problems }) =>
      `What was sent is not valid. ${problems.map((problem) => tellProblem(problem, 'en')).join(' ')}`.trim(),
    'id-reused': () => 'This has the same id as something else. Please press once more.',
    'role-not-allowed': () => 'Your role cannot do this.',
    'seat-required': () => 'Please open the page by the link or QR code from the organiser.',
    'seat-revoked': () => 'Your link was replaced by a new one. Please scan the QR code from the organiser again.',
    'seat-taken-over': () => 'This seat is now used on another device.',
    'link-unknown': () => 'This link is no longer valid. Please scan the QR code from the organiser again.',
    'reference-unknown': ({ field, id }) => `There is no ${fields[field] ?? 'such thing as'} “${id}”.`,
    'cue-moved': () => 'The show has just moved on. Please look at the next cue and press again.',
    'cue-out-of-turn': () => 'It is not this cue’s turn yet. Please take the next cue first.',
    'sheets-missing': ({ missing }, names) =>
      `The score is not complete. ${missing.map((one) => missingOf(one, names)).join('. ')}.`,
    'not-certified': ({ stage }, names) =>
      `The results of ${names.stage(stage)} are not certified by the head judge yet and cannot be announced.`,
    'order-missing': ({ round }, names) => `The running order of ${names.round(round)} is not drawn yet.`,
    'nothing-on-air': () => 'There is no cue on screen to take back.',
    'timer-without-team': () => 'No team has been called yet, so there is no time to take.',
    'gate-not-yours': () => 'This cue is for the head judge to certify.',
    'sheet-not-open': ({ round, team }, names) =>
      `The sheet of ${names.team(team)} in ${names.round(round)} is not open. It opens when the team begins.`,
    'sheet-closed': ({ round, team }, names) =>
      `The score of ${names.team(team)} in ${names.round(round)} was announced, so the sheet is closed.`,
    'sheet-submitted': ({ round, team }, names) =>
      `The sheet of ${names.team(team)} in ${names.round(round)} is submitted and locked. Ask to reopen it for a change.`,
    'sheet-moved-on': () => 'This sheet was reopened after you marked it. Please look it over and submit again.',
    'sheet-absent': ({ round, team, judge }, names) =>
      `${names.judge(judge)} has no sheet for ${names.team(team)} in ${names.round(round)}.`,
    'judge-not-on-panel': ({ round, judge }, names) => `${names.judge(judge)} does not mark ${names.round(round)}.`,
    'judge-excused': ({ round, team, judge }, names) =>
      `${names.judge(judge)} is excused for ${names.team(team)} in ${names.round(round)}.`,
    'judge-not-excused': ({ round, team, judge }, names) =>
      `${names.judge(judge)} is not excused for ${names.team(team)} in ${names.round(round)}.`,
    'judge-away': ({ judge }, names) => `${names.judge(judge)} is recorded as having left already.`,
    'judge-not-away': ({ judge }, names) => `${names.judge(judge)} is not recorded as having left.`,
    'mark-missing': ({ criteria }, names) =>
      `${criteria.length === 1 ? '1 criterion is' : `${criteria.length} criteria are`} not marked: ${list(criteria.map((id) => names.criterion(null, id)))}.`,
    'mark-unknown': ({ criterion }, names) => `This sheet has no criterion “${names.criterion(null, criterion)}”.`,
    'mark-out-of-range': ({ criterion, min, max }, names) =>
      `The mark for ${names.criterion(null, criterion)} must be from ${min} to ${max}.`,
    'mark-off-step': ({ criterion, min, step }, names) =>
      `The mark for ${names.criterion(null, criterion)} must go in steps of ${step} from ${min}.`,
    'criterion-not-tallied': ({ criterion }, names) =>
      `${names.criterion(null, criterion)} is marked by judges and cannot be tallied.`,
    'points-out-of-range': ({ max }) => `The points must be from 0 to ${max}.`,
    'factor-not-used': ({ round }, names) => `The round ${names.round(round)} has no factor.`,
    'factor-out-of-range': ({ min, max }) => `The factor must be from ${min} to ${max}.`,
    'team-not-entered': ({ team, stage }, names) => `${names.team(team)} does not take part in ${names.stage(stage)}.`,
    'team-withdrawn': ({ team }, names) => `${names.team(team)} has withdrawn.`,
    'team-called': ({ team }, names) => `${names.team(team)} was called already and keeps its place.`,
    'order-incomplete': ({ round }, names) =>
      `The running order of ${names.round(round)} must have every team exactly once.`,
    'line-withdrawn': () => 'This line was withdrawn already.',
    'time-without-performance': ({ round, team }, names) =>
      `${names.team(team)} has not performed in ${names.round(round)}, so there is no time to record.`,
    'request-settled': () => 'This request is settled already.',
    'request-waiting': () => 'A request for this is waiting already.',
    'second-person-required': () => 'Somebody else has to approve this; nobody approves what they asked for.',
    'tie-absent': ({ teams }, names) => `${list(teams.map((id) => names.team(id)))} are not tied.`,
    'tie-undecided': ({ teams, awaits }, names) =>
      `${list(teams.map((id) => names.team(id)))} are tied; first ${AWAITED[awaits]}.`,
    'cut-tied': ({ teams, places }, names) =>
      `${list(teams.map((id) => names.team(id)))} are tied across the cut for ${places === 1 ? 'one place' : `${places} places`}; the head judge has to decide first.`,
    'not-announced': ({ stage }, names) => `The result of ${names.stage(stage)} has not been announced to its end.`,
    'stage-not-cut': ({ stage }, names) => `${names.stage(stage)} takes no teams from a stage before it.`,
    'stage-begun': ({ stage }, names) => `${names.stage(stage)} has begun, so its teams stay.`,
    'entrants-unsettled': ({ stage }, names) => `The teams of ${names.stage(stage)} are not settled yet.`,
    'award-not-picked': () => 'This award goes by the rules and is not picked by hand.',
    'award-absent': ({ team }, names) => `${names.team(team)} does not have this award.`,
    'award-unpicked': () => 'Nobody has been picked for this award yet.',
    'award-announced': () => 'This award was announced, so it stays.',
    'requests-waiting': ({ requests }) =>
      `${requests.length === 1 ? '1 request is' : `${requests.length} requests are`} waiting and must be settled first.`,
    'stage-certified': ({ stage }, names) => `The results of ${names.stage(stage)} are certified and cannot change.`,
    'definition-invalid': ({ problems }) =>
      `The rules are not valid. ${problems.map((problem) => tellProblem(problem, 'en')).join(' ')}`.trim(),
    'definition-in-use': ({ path }) => `The contest has begun, so this cannot change any more (${path}).`,
    'contest-unknown': ({ contest }) => `There is no contest “${contest}” here. Please check the link.`,
    'contest-exists': ({ contest }) => `There is a contest with the id “${contest}” already. Please choose another.`,
    'ledger-unavailable': () => 'The hub cannot record anything just now. Please try again in a moment.',
    'hub-stopping': () => 'The hub is stopping. Please try again once the connection is back.',
    'hub-behind': () => 'The hub is getting back what was recorded. Please try again in a moment.',
    'too-many-requests': ({ seconds }) =>
      `That was too fast. Please try again in ${seconds === 1 ? '1 second' : `${seconds} seconds`}.`,
  },
}
