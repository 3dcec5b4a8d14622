/** English beside `vi/console-amendments.ts`, phrase by phrase. */
import type { amendmentWords as vietnamese } from '../vi/console-amendments.ts'

export const amendmentWords: typeof vietnamese = {
  absence: {
    title: 'Judges who leave',
    leave: 'Leaves',
    leaveTitle: (judge) => `Record that ${judge} leaves?`,
    leaveText:
      'This judge has nothing more to mark. Sheets that are in still count. Scores are made of the remaining sheets; nobody counts as 0.',
    leaveHold: 'record that this judge leaves',
    from: 'Marks no more',
    fromNow: 'What is not marked yet',
    fromRound: (round) => `From ${round} on`,
    team: 'From this team on, in running order',
    firstTeam: 'From the first team on',
    reasons: ['Health', 'Family', 'Work', 'Replaced'],
    away: (reason, teams) => `Has left: ${reason} · does not mark ${teams} performances`,
    back: 'Let mark again',
    backTitle: (judge) => `Let ${judge} mark again?`,
    backText:
      'Sheets are waited for again where nothing was announced or certified. Teams that were excused by themselves stay excused.',
    backHold: 'let mark again',
    backReasons: ['Is back', 'Somebody else sits here now'],
  },
  former: {
    title: (count) => `Sheets that were changed (${count})`,
    sheet: (judge, team, round) => `${judge}: ${team}, ${round}`,
    version: (version, time, receipt) => `Version ${version} · submitted at ${time} · receipt ${receipt}`,
    open: 'The new version is not in yet',
    asked: (who, time, reason) => `${who} asked to reopen it at ${time}: ${reason}`,
    approved: (who, time) => `${who} approved at ${time}`,
  },
  marker: (name) => `marked by ${name}`,
  paper: (entered, approved) => `entered from paper by ${entered}, approved by ${approved}`,
  settled: (status, who, time) => `${status} · ${who} · ${time}`,
  certified: (version) => `version ${version}`,
  outdated: (stages) =>
    `${stages}: opened again after this result was certified, which still carries the former totals over. To count the new ones, have this result opened again too.`,
}
