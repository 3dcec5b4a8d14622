/** English beside `vi/judge.ts`, phrase by phrase. */
import type { judgeWords as vietnamese } from '../vi/judge.ts'

export const judgeWords: typeof vietnamese = {
  page: 'Marking sheet',
  judge: 'Judge',
  headJudge: 'Head judge',

  entry: {
    title: 'Please open your judge’s link or scan your QR code',
    text: 'Every judge has a code of their own from the organiser. Scan it with the phone’s camera and you are in.',
    code: 'Or type the code, or paste the link, here',
    open: 'Start marking',
    opening: 'Opening your sheets…',
    unreadable: 'This code was not understood. Please copy the whole line, or scan the QR code again.',
    unknown: 'This code is no longer valid. Please ask the organiser for a new one.',
    notJudge: 'This is not a judge’s code. Please open it on the staff console.',
    unreachable: 'The hub cannot be reached. Please check the hall’s Wi-Fi and try again.',
    toConsole: 'To the staff console',
    again: 'Try again',
  },

  waiting: {
    connecting: 'Connecting…',
    title: 'Waiting for the host',
    text: 'A sheet opens by itself when a team is called on stage.',
    comingUp: 'Next on stage',
    comingUpText: 'The sheet opens when the team begins.',
    done: 'All done',
    doneText: 'Every sheet of yours is recorded. Thank you.',
    doneReceived: 'The hub has received every sheet. Please keep this page open until the lamp says “recorded”.',
  },

  list: {
    title: 'My sheets',
    count: (submitted, total) => `${submitted} of ${total} sheets in`,
    left: (count) => (count === 0 ? 'none left' : `${count} left`),
    empty: 'Your sheets will appear here, with a receipt once they are in.',
    unsubmitted: 'Not submitted yet',
    onStage: 'On stage',
    open: 'Open the sheet',
    filled: (filled, all) => `${filled} of ${all} criteria marked`,
    back: 'All sheets',
    calledElsewhere: (team) => `Now called: ${team}`,
    keepsMarks: 'The marks on this sheet are kept.',
    otherOpen: (count) => (count === 1 ? 'another sheet is not in yet' : `${count} other sheets are not in yet`),
  },

  status: {
    marking: 'not in yet',
    reopened: 'reopened',
    sending: 'on its way',
    received: 'received',
    recorded: 'in',
    closed: 'closed',
    excused: 'not marking',
  },

  sheet: {
    criteria: 'Criteria',
    scale: (min, max) => `${min} – ${max}`,
    bounds: (min, max, step) => `from ${min} to ${max} in steps of ${step}`,
    weight: (weight) => `weight ${weight}`,
    above: (max, bounds) => `The highest is ${max} (${bounds})`,
    below: (min, bounds) => `The lowest is ${min} (${bounds})`,
    offStep: (bounds) => `Please mark ${bounds}`,
    notANumber: (bounds) => `Please enter a number ${bounds}`,
    total: 'Total',
    left: (count) => (count === 1 ? '1 criterion left' : `${count} criteria left`),
    wrong: (count) => (count === 1 ? '1 mark to correct' : `${count} marks to correct`),
    submit: 'Submit',
    ready: 'all marks given',
    nothingToMark: 'The secretary scores this round: there is nothing for judges to mark.',
    formMissing: 'Loading the sheet…',
    draftLost: 'This phone cannot keep drafts: please do not reload the page before you submit.',
    reopenedNote: 'This sheet is open again. Your marks stand below: please correct them and submit again.',
    closedNote:
      'This sheet is closed: the score was revealed, or the result certified. Please tell the secretary if need be.',
    excusedNote: 'You do not mark this team',
    notCounted: 'Marks still on this phone, which do not count:',
    noMarks: 'No marks yet.',
  },

  keypad: {
    name: 'Mark keypad',
    point: '.',
    erase: 'Erase',
    next: 'Next',
    done: 'Done',
  },

  confirm: {
    title: 'Check before you submit',
    text: 'A submitted sheet is locked. To change it you must ask for it to be reopened.',
    total: 'Total of this sheet',
    submit: 'Correct, submit',
    back: 'Go back',
  },

  submitted: {
    stored:
      'Your marks are safe on this phone and will be sent when the connection is back. Please keep this page open.',
    sending: 'Being sent to the hub.',
    received: 'The hub has received the sheet. Please keep this page open until the lamp says “recorded”.',
    recorded: 'The sheet is recorded and locked.',
  },

  reopen: {
    ask: 'Ask to reopen this sheet',
    title: 'Ask to reopen this sheet',
    text: 'The head judge decides. The marks you submitted count until you submit again.',
    reasons: ['I entered a wrong mark', 'I marked the wrong team', 'I missed a criterion'],
    send: 'Send the request',
    waiting: 'Reopening requested, waiting for approval',
    declined: 'The request to reopen was declined',
  },

  recuse: {
    ask: 'I do not mark this team',
    title: 'Not marking this team',
    text: 'The team is scored by the other judges. The reason goes into the minutes.',
    reasons: ['I am related to the team', 'I came late and did not see enough', 'I was absent'],
    send: 'Confirm: I do not mark',
  },

  reason: {
    label: 'Reason',
    placeholder: 'Or write another reason',
    missing: 'Please give a reason',
    cancel: 'Cancel',
    sending: 'Sending…',
  },

  refused: {
    submitSheet: (team) => `The sheet for ${team} is not recorded`,
    recuse: (team) => `Your not marking ${team} is not recorded`,
    requestReopen: (team) => `The request to reopen the sheet for ${team} was not sent`,
    kept: 'Your marks are still on this phone.',
    dismiss: 'Understood',
    toSheet: 'Open the sheet',
    advice: {
      correct: 'Please correct the sheet and submit again.',
      retry: 'Please try again in a moment.',
      secretary: 'Please tell the secretary.',
      organiser: 'Please ask the organiser for a new code.',
    },
  },

  shortLamp: { refused: 'not recorded', unstored: 'not stored', received: 'being recorded' },

  connection: {
    lostNote: 'The connection is lost. Please go on marking: marks stay on this phone and are sent later.',
    refugeNote: (address: string) =>
      `The first server is gone; this page goes on over ${address}. Please go on marking and do not reload the page.`,
  },

  seat: {
    takenOver: 'Your sheets are open on another device',
    takenOverText: 'What was submitted here is still being sent. To go on marking here, press the button.',
    useThisPhone: 'Use this device',
    rejoining: 'Moving to this device…',
    rejoinFailed: 'That did not work. Please scan your QR code again.',
    newCode: 'Enter a new code',
    revoked: 'This device’s code was withdrawn',
    revokedText: 'Your marks stay on this screen. Please ask the organiser for a new code and scan it.',
    unknown: 'The hub does not know this device yet',
    unknownText: 'Your marks are kept on this device and will be sent once it is back in. Please go on marking.',
    comeBack: 'Come back in',
    comingBack: 'Coming back in…',
    codeUnknown: 'This device’s code is no longer valid',
    refused: 'The hub does not accept this page',
    rules: 'Rules of scoring',
    headDesk: 'Head judge’s desk',
    headDeskText: 'Approve requests, decide ties, certify the result',
  },

  settings: {
    title: 'Options',
    open: 'Options',
    close: 'Close options',
    dark: 'Dark background',
    language: 'Language',
    vietnamese: 'Tiếng Việt',
    english: 'English',
    awake: 'Keep the screen on',
    awakeText: 'If the screen still turns off, please lengthen its time-out in the phone’s settings.',
  },
}
