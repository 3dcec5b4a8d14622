/** What a judge may type or paste to get in, and what is advised when the hub says no. */
import { describe, expect, test } from 'vitest'
import { findCode } from '../../../judge-client/src/entry/link-code.ts'
import { adviceFor } from '../../../judge-client/src/words/advice.ts'

const code = 'hoi-thi-2026.abcdefghijklmnopqrst_-'

describe('the code in what was typed', () => {
  test.each([
    ['the bare code', code],
    ['the whole link', `http://192.168.1.5:8080/judge/#code=${code}`],
    ['a link broken by a message', ` http://192.168.1.5:8080/judge/\n#code=${code} `],
    ['a fragment with more in it', `http://hub/judge/#from=qr&code=${code}`],
  ])('is found in %s', (_what, written) => {
    expect(findCode(written)).toBe(code)
  })

  test.each(['', 'hoi-thi-2026', 'http://hub/judge/', 'http://hub/judge/#code=', 'hoi-thi.short', `${code}!`])(
    'is not found in "%s"',
    (written) => {
      expect(findCode(written)).toBeNull()
    },
  )
})

describe('the way out of a refusal', () => {
  test('a mark is corrected, a busy hub is tried again, a withdrawn link needs the organiser', () => {
    expect(adviceFor('mark-off-step')).toBe('correct')
    expect(adviceFor('ledger-unavailable')).toBe('retry')
    expect(adviceFor('seat-revoked')).toBe('organiser')
  })

  test('whatever else, also a code of a newer hub, goes to the secretary', () => {
    expect(adviceFor('sheet-closed')).toBe('secretary')
    expect(adviceFor('never-heard-of')).toBe('secretary')
    expect(adviceFor('toString')).toBe('secretary')
  })
})
