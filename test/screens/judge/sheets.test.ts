/** Which sheet the phone shows, how it stands, and what is on it when it is opened. */
import { describe, expect, test } from 'vitest'
import { choosePage, type SheetKey } from '../../../judge-client/src/sheets/choose-page.ts'
import { phaseOf } from '../../../judge-client/src/sheets/sheet-phase.ts'
import { startingMarks } from '../../../judge-client/src/sheets/starting-marks.ts'

describe('the page follows the call', () => {
  const none: ReadonlySet<SheetKey> = new Set()

  test('without a choice: the called sheet, or the list', () => {
    expect(choosePage({ choice: null, called: null, begun: none })).toBeNull()
    expect(choosePage({ choice: null, called: 'r/a', begun: none })).toBe('r/a')
  })

  test('a choice holds until the next call', () => {
    const choice = { sheet: null, atCall: 'r/a' }
    expect(choosePage({ choice, called: 'r/a', begun: none })).toBeNull()
    expect(choosePage({ choice, called: 'r/b', begun: none })).toBe('r/b')
  })

  test('a sheet that is being written stays when the MC moves on', () => {
    const choice = { sheet: 'r/a', atCall: 'r/a' } as const
    expect(choosePage({ choice, called: 'r/b', begun: new Set(['r/a'] as const) })).toBe('r/a')
    expect(choosePage({ choice, called: 'r/b', begun: none })).toBe('r/b')
  })
})

describe('how a sheet stands', () => {
  test('an open sheet may be written, also after a refused submission', () => {
    expect(phaseOf('open', undefined)).toBe('marking')
    expect(phaseOf('open', 'refused')).toBe('marking')
    expect(phaseOf('reopened', undefined)).toBe('marking')
  })

  test('it is locked from the moment it is in the outbox', () => {
    expect(phaseOf('open', 'stored')).toBe('sending')
    expect(phaseOf('open', 'sending')).toBe('sending')
  })

  test('an acknowledged sheet does not look open while the view is behind', () => {
    expect(phaseOf('open', 'recorded')).toBe('recorded')
    expect(phaseOf('submitted', undefined)).toBe('recorded')
  })

  test('it is called recorded only when the hub has said so to this phone, whatever the view shows', () => {
    for (const status of ['open', 'reopened', 'submitted', 'closed'] as const) {
      expect(phaseOf(status, 'received')).toBe('received')
    }
    expect(phaseOf('submitted', 'stored')).toBe('received')
    expect(phaseOf('submitted', 'sending')).toBe('received')
    expect(phaseOf('submitted', 'recorded')).toBe('recorded')
    expect(phaseOf('submitted', 'refused')).toBe('recorded')
  })

  test('closed and excused sheets cannot be written', () => {
    expect(phaseOf('closed', undefined)).toBe('closed')
    expect(phaseOf('excused', 'stored')).toBe('excused')
  })
})

describe('what stands on a sheet', () => {
  test('a sheet never opened before is empty', () => {
    expect(startingMarks({ revision: 0 }, undefined)).toEqual({})
  })

  test('the draft survives a reload', () => {
    expect(startingMarks({ revision: 0 }, { revision: 0, texts: { a: '8.' } })).toEqual({ a: '8.' })
  })

  test('a reopened sheet shows what was submitted, to be corrected', () => {
    const entry = { revision: 1, marks: { a: '8' } }
    expect(startingMarks(entry, { revision: 0, texts: { a: '7' } })).toEqual({ a: '8' })
    expect(startingMarks(entry, { revision: 1, texts: { a: '9' } })).toEqual({ a: '9' })
  })

  test('marks are not lost when a restored hub knows less than the phone', () => {
    expect(startingMarks({ revision: 0 }, { revision: 1, texts: { a: '9' } })).toEqual({ a: '9' })
  })
})
