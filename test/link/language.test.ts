/** Sentences and numbers: complete in both languages, and safe against whatever comes over the wire. */
import { problemCodes } from '@bang-diem/shared/contest/problems.ts'
import { readDecimal, showDecimal } from '@bang-diem/shared/language/decimals.ts'
import { problems as enProblems } from '@bang-diem/shared/language/en/problems.ts'
import { refusals as enRefusals } from '@bang-diem/shared/language/en/refusals.ts'
import { type Names, unnamed } from '@bang-diem/shared/language/names.ts'
import { tellProblem } from '@bang-diem/shared/language/problems.ts'
import { tellRefusal } from '@bang-diem/shared/language/refusals.ts'
import { problems as viProblems } from '@bang-diem/shared/language/vi/problems.ts'
import { refusals as viRefusals } from '@bang-diem/shared/language/vi/refusals.ts'
import type { Refusal } from '@bang-diem/shared/rules/refusals.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const names: Names = {
  team: () => 'Ea Ngai',
  judge: (id) => id.toUpperCase(),
  round: () => 'Tiểu phẩm',
  stage: () => 'Chung kết',
  criterion: () => 'Nội dung',
}

const roundTeam = { round: 'tieu-pham', team: 'ea-ngai' }
const missing = [{ ...roundTeam, judges: ['gk1', 'gk4'], criteria: ['cau-hoi'], time: true, factor: false }]
const problems = [{ path: 'marks', code: 'required', params: {} } as const]
/** One refusal of every code; the type of the record makes a forgotten one a compile error. */
const everyRefusal: { readonly [Code in Refusal['code']]: Extract<Refusal, { code: Code }> } = {
  'command-invalid': { code: 'command-invalid', problems },
  'id-reused': { code: 'id-reused' },
  'role-not-allowed': { code: 'role-not-allowed', role: 'judge', command: 'take' },
  'seat-required': { code: 'seat-required' },
  'seat-revoked': { code: 'seat-revoked' },
  'seat-taken-over': { code: 'seat-taken-over' },
  'link-unknown': { code: 'link-unknown' },
  'reference-unknown': { code: 'reference-unknown', field: 'team', id: 'x' },
  'cue-moved': { code: 'cue-moved', onAir: null },
  'cue-out-of-turn': { code: 'cue-out-of-turn', cue: 'a/b/c', next: null },
  'sheets-missing': { code: 'sheets-missing', missing },
  'not-certified': { code: 'not-certified', stage: 's' },
  'order-missing': { code: 'order-missing', round: 'r' },
  'nothing-on-air': { code: 'nothing-on-air' },
  'timer-without-team': { code: 'timer-without-team' },
  'gate-not-yours': { code: 'gate-not-yours', cue: 'a/b/c' },
  'sheet-not-open': { code: 'sheet-not-open', ...roundTeam },
  'sheet-closed': { code: 'sheet-closed', ...roundTeam },
  'sheet-submitted': { code: 'sheet-submitted', ...roundTeam },
  'sheet-moved-on': { code: 'sheet-moved-on', revision: 1 },
  'sheet-absent': { code: 'sheet-absent', ...roundTeam, judge: 'gk1' },
  'judge-not-on-panel': { code: 'judge-not-on-panel', round: 'r', judge: 'gk1' },
  'judge-excused': { code: 'judge-excused', ...roundTeam, judge: 'gk1' },
  'judge-not-excused': { code: 'judge-not-excused', ...roundTeam, judge: 'gk1' },
  'judge-away': { code: 'judge-away', judge: 'gk1' },
  'judge-not-away': { code: 'judge-not-away', judge: 'gk1' },
  'mark-missing': { code: 'mark-missing', criteria: ['a', 'b'] },
  'mark-unknown': { code: 'mark-unknown', criterion: 'a' },
  'mark-out-of-range': { code: 'mark-out-of-range', criterion: 'a', min: '0', max: '9.5' },
  'mark-off-step': { code: 'mark-off-step', criterion: 'a', min: '0', step: '0.25' },
  'criterion-not-tallied': { code: 'criterion-not-tallied', criterion: 'a' },
  'points-out-of-range': { code: 'points-out-of-range', max: '20' },
  'factor-not-used': { code: 'factor-not-used', round: 'a' },
  'factor-out-of-range': { code: 'factor-out-of-range', min: '1', max: '3' },
  'team-not-entered': { code: 'team-not-entered', team: 't', stage: 's' },
  'team-withdrawn': { code: 'team-withdrawn', team: 't' },
  'team-called': { code: 'team-called', team: 't' },
  'order-incomplete': { code: 'order-incomplete', round: 'r' },
  'line-withdrawn': { code: 'line-withdrawn', line: 'l' },
  'time-without-performance': { code: 'time-without-performance', ...roundTeam },
  'request-settled': { code: 'request-settled', request: 'q' },
  'request-waiting': { code: 'request-waiting', request: 'q' },
  'second-person-required': { code: 'second-person-required' },
  'tie-absent': { code: 'tie-absent', stage: 's', teams: ['a', 'b'] },
  'cut-tied': { code: 'cut-tied', stage: 's', teams: ['a', 'b'], places: 1 },
  'not-announced': { code: 'not-announced', stage: 's' },
  'stage-not-cut': { code: 'stage-not-cut', stage: 's' },
  'stage-begun': { code: 'stage-begun', stage: 's' },
  'entrants-unsettled': { code: 'entrants-unsettled', stage: 's' },
  'award-not-picked': { code: 'award-not-picked', award: 'g' },
  'award-absent': { code: 'award-absent', award: 'g', team: 't' },
  'award-unpicked': { code: 'award-unpicked', award: 'g' },
  'award-announced': { code: 'award-announced', award: 'g' },
  'tie-undecided': { code: 'tie-undecided', stage: 's', teams: ['a', 'b'], awaits: 'lot' },
  'requests-waiting': { code: 'requests-waiting', requests: ['q'] },
  'stage-certified': { code: 'stage-certified', stage: 's' },
  'definition-invalid': { code: 'definition-invalid', problems },
  'definition-in-use': { code: 'definition-in-use', path: 'stages[0].title' },
  'contest-unknown': { code: 'contest-unknown', contest: 'c' },
  'contest-exists': { code: 'contest-exists', contest: 'c' },
  'ledger-unavailable': { code: 'ledger-unavailable', reason: 'disk', seconds: 2 },
  'hub-stopping': { code: 'hub-stopping' },
  'hub-behind': { code: 'hub-behind', seconds: 2 },
  'too-many-requests': { code: 'too-many-requests', seconds: 3 },
}

describe.each(['vi', 'en'] as const)('sentences in %s', (language) => {
  const unknown = { vi: viRefusals, en: enRefusals }[language].unknown

  test.each(Object.values(everyRefusal))('O-26: $code has a sentence of its own', (refusal) => {
    const told = tellRefusal({ ...refusal }, language, names)
    expect(told).not.toBe(unknown)
    expect(told).toMatch(/^\S.*\.$/su)
    expect(told).not.toContain(refusal.code)
    expect(told).not.toMatch(/undefined|null|NaN|\[object/)
  })

  test.each(Object.values(everyRefusal))('O-26: $code without its parameters is told without failing', (refusal) => {
    const bare = tellRefusal({ code: refusal.code }, language, names)
    expect(bare === unknown).toBe(Object.keys(refusal).length > 1)
  })

  test.each(['session-unknown', 'protocol-unsupported', 'key-required'])('O-26: %s at the door has words', (code) => {
    expect(tellRefusal({ code }, language, unnamed)).not.toBe(unknown)
  })

  test('O-26: an unknown code, and parameters of any kind, get a general sentence', () => {
    expect(tellRefusal({ code: 'toString' }, language, names)).toBe(unknown)
    const code = fc.oneof(fc.constantFrom(...Object.keys(everyRefusal)), fc.string())
    fc.assert(
      fc.property(code, fc.dictionary(fc.string(), fc.jsonValue()), (one, params) => {
        expect(tellRefusal({ ...params, code: one }, language, names)).not.toBe('')
      }),
    )
  })

  test.each(problemCodes)('O-26: %s in a definition has a sentence that begins with the place', (code) => {
    const params = { expected: '40', received: '30', bound: '5', id: 'x', min: '0', max: '10', step: '0.3' }
    const told = tellProblem({ path: 'stages[0].rounds[1].maximum', code, params }, language)
    expect(told).toMatch(language === 'vi' ? /^Vòng thi 1 › phần thi 2 › / : /^Stage 1 › round 2 › /)
    expect(told).not.toContain({ vi: viProblems, en: enProblems }[language].unknown)
    expect(told).not.toMatch(/undefined|: $/)
  })
})

test.each(['constructor', '__proto__', 'stages[0].toString'])(
  'O-26: a field that nobody has stands for itself: %s',
  (path) => {
    const told = tellProblem({ path, code: 'unknown-key', params: {} }, 'vi')
    expect(told).toMatch(/^(Constructor|__proto__|Vòng thi 1 › toString): /)
  },
)

test('O-26: the field and its bound are named in the words of the contest', () => {
  const told = tellRefusal({ ...everyRefusal['mark-out-of-range'] }, 'vi', names)
  expect(told).toBe('Điểm tiêu chí Nội dung phải từ 0 đến 9,5.')
  expect(tellRefusal({ ...everyRefusal['sheets-missing'] }, 'vi', names)).toBe(
    'Chưa đủ điểm. Ea Ngai, Tiểu phẩm – chờ 2 phiếu: GK1, GK4; Tổ thư ký chưa nhập: Nội dung; chưa ghi thời gian.',
  )
})

test('O-26: both languages know the same keys of a definition', () => {
  expect(Object.keys(enProblems.keys)).toEqual(Object.keys(viProblems.keys))
})

describe('numbers', () => {
  test.each([
    ['92.25', 0, '92,25', '92.25'],
    ['1234567.5', 0, '1.234.567,5', '1,234,567.5'],
    ['100', 2, '100,00', '100.00'],
    ['8.125', 2, '8,125', '8.125'],
    ['-0.5', 0, '−0,5', '−0.5'],
    ['0', 0, '0', '0'],
    ['9007199254740993', 0, '9.007.199.254.740.993', '9,007,199,254,740,993'],
  ])('O-27: %s with %i decimals', (text, decimals, vi, en) => {
    expect(showDecimal(text, 'vi', decimals)).toBe(vi)
    expect(showDecimal(text, 'en', decimals)).toBe(en)
  })

  test.each([
    ['9,5', '9.5'],
    ['9.5', '9.5'],
    [' 08,50 ', '8.5'],
    ['10', '10'],
    ['0', '0'],
    ['0,00', '0'],
    ['7,', '7'],
    ['', null],
    [',5', null],
    ['-1', null],
    ['1e3', null],
    ['1.2.3', null],
    ['chín', null],
  ])('O-27: somebody types %j', (typed, text) => {
    expect(readDecimal(typed)).toBe(text)
  })
})
