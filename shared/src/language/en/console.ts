/** English beside `vi/console.ts`, phrase by phrase. */
import type { consoleWords as vietnamese } from '../vi/console.ts'

export const consoleWords: typeof vietnamese = {
  product: 'Bảng Điểm',
  page: 'Staff console',
  desks: { mc: 'Host', secretary: 'Secretary', head: 'Head judge', organiser: 'Organiser' },
  otherLanguage: 'Tiếng Việt',
  close: 'Close',
  cancel: 'Cancel',
  save: 'Save',
  back: 'Back',
  reason: 'Reason',
  reasonHint: 'Keep it short: it is printed in the minutes',
  holdTo: (act) => `Hold to ${act}`,
  moveUp: (name) => `Move ${name} up`,
  moveDown: (name) => `Move ${name} down`,
  decimalNeeded: 'Enter a number, such as 8.25',
  timeNeeded: 'Enter minutes:seconds, such as 4:35',
  sections: 'Sections',
  explanation: {
    why: 'Why?',
    title: (team) => `Score and place: ${team}`,
    failed: 'The derivation could not be fetched. Check the connection and open it again.',
  },

  opening: 'Opening your desk…',
  welcome: {
    title: 'Contest staff console',
    text: 'Everyone opens this page with a link of their own. Follow the link, or scan the QR code, that the organiser sent you.',
    paste: 'Paste a link or the organiser key',
    open: 'Open',
    unreadable: 'That is not a link we know. Copy the whole line, from “http” to its end.',
    judge: 'This link belongs to a judge. Open it on the marking page.',
    openJudge: 'To the marking page',
    failed: 'Could not open',
    again: 'Try again',
    forget: 'Use another link',
  },

  health: {
    live: 'Connected',
    connecting: 'Connecting…',
    lost: 'Connection lost – reconnecting',
    refused: 'Not admitted',
    ledgerFine: 'Ledger is fine',
    warnings: {
      'disk-full':
        'The hub’s disk is full and the ledger cannot be written. Leave the hub on and call whoever looks after it.',
      'read-only': 'The hub may not write to its disk. Leave the hub on and call whoever looks after it.',
      'input-output':
        'The hub’s disk fails and the ledger cannot be written. Leave the hub on and call whoever looks after it.',
      'not-answering': 'The ledger does not answer. Leave the hub on and call whoever looks after it.',
      'out-of-memory':
        'The Redis is out of memory and the ledger cannot be written. Leave the hub on and call whoever looks after it.',
      'not-allowed': 'The Redis does not let this hub write. Check REDIS_URL and call whoever looks after the hub.',
      'ledger-behind': 'The ledger is older than receipts held by judges. Pause and call whoever looks after the hub.',
      'ledger-forked':
        'The ledger has gone on along another chain. The hub begins anew from it; call whoever looks after it.',
      'ledger-not-persisting':
        'The Redis keeps nothing on disk: a power cut loses marks. Call whoever looks after the hub.',
      'ledger-without-replica':
        'The Redis has no replica left. Marks are still received; call whoever looks after the hub.',
      'contest-moved':
        'The contest is moving or has moved to another machine; nothing more is recorded here. Call whoever looks after the hub.',
      'mirror-failing':
        'The copy on the stick cannot be written; the ledger itself is fine. Check the stick and plug it in again.',
      'backup-failing':
        'No backup can be made; the ledger itself is fine. Ask whoever looks after the hub whether the disk has room.',
    },
    warningUnknown: (code) => `The hub says: ${code}`,
  },
  refuge: {
    text: (address: string) => `The first server is gone; this page goes on over ${address}. Do not reload it.`,
    open: 'Open this desk at the new server',
  },
  takenOver: {
    title: 'This desk is open on another device',
    text: 'This device can only watch.',
    take: 'Use this device',
  },
  unknown: {
    text: 'The hub does not know this device yet. The page comes back in by the link that was opened.',
    comeBack: 'Come back in',
    comingBack: 'Coming back in…',
    linkUnknown: 'The link that was opened is no longer valid. Ask the organiser for a new one.',
  },
  outcome: {
    received: 'Received by the hub, waiting to be recorded…',
    receivedOnly:
      'The hub received this, but the connection ended before it was recorded. Please look at the screen once connected.',
    recorded: (receipt) => `Recorded · receipt ${receipt}`,
    noConnection: 'Not sent: there is no connection to the hub.',
    noAnswer: 'The hub has not answered. This may have been recorded: look at the screen before pressing again.',
    again: 'Send again',
  },
}
