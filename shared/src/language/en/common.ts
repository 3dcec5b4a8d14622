/** Words that more than one app shows, in English. */
import type { common as vi } from '../vi/common.ts'

export const common: typeof vi = {
  product: 'Bảng Điểm',
  roles: {
    judge: 'Judge',
    head: 'Head judge',
    mc: 'Host',
    secretary: 'Secretary',
    organiser: 'Organiser',
  },
  connection: {
    connecting: 'connecting',
    live: 'connected',
    lost: 'connection lost',
    refused: 'not admitted',
  },
  lamp: {
    states: {
      unstored: 'cannot be kept on this device – please leave the page open',
      stored: 'kept on this device',
      sending: 'sending',
      received: 'received',
      lost: 'connection lost',
      connecting: 'connecting',
      barred: 'not admitted',
      refused: 'not recorded – please see why',
      recorded: 'recorded',
      empty: 'connected',
    },
    recordedWith: (receipt) => `recorded · receipt ${receipt}`,
  },
  awake: {
    start: 'Keep the screen on',
    on: 'The screen stays on',
    hint: 'If the screen still goes dark, please set “Auto-lock” to “Never” and turn the battery saver off.',
  },
  link: {
    scan: 'Scan the QR code to open this page on a phone',
    missing: 'Please open the page by the link or QR code from the organiser.',
  },
  points: (shown) => `${shown} points`,
  of: (part, whole) => `${part}/${whole}`,
  actions: {
    close: 'Close',
    cancel: 'Cancel',
    confirm: 'Confirm',
    retry: 'Try again',
    back: 'Back',
    next: 'Next',
    save: 'Save',
    copy: 'Copy',
    print: 'Print',
    reload: 'Reload the page',
  },
  noConnection: 'There is no connection, so nothing was sent. Please wait for “connected”.',
  noAnswer: 'It is not known whether this was recorded. Please try again – it will be recorded only once.',
}
