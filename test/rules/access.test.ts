/** Who may ask for what, and about what: the checks that come before every other. */

import { definitionOf } from '@bang-diem/shared/ledger/state.ts'
import type { CommandBody } from '@bang-diem/shared/rules/commands.ts'
import type { ReferenceField } from '@bang-diem/shared/rules/refusals.ts'
import { rolesOf } from '@bang-diem/shared/rules/seats.ts'
import { describe, expect, test } from 'vitest'
import { given } from './rulebook.ts'
import { created, definitionOfThree, greeting, oneRound, performed } from './small-contest.ts'

const marks = { 'noi-dung': '8', 'hinh-thuc': '8' }
const sheet = { type: 'submitSheet', round: 'chao-hoi', team: 'a', run: 0, revision: 0, marks } as const
const reason = 'có lý do'

describe('roles', () => {
  test('R-1: a role that may not give a command is refused before anything else is looked at', () => {
    given(created())
      .when('mc', sheet)
      .thenRefused({ code: 'role-not-allowed', role: 'mc', command: 'submitSheet' })
      .when('judge:gk2', { type: 'take', cue: 'no-such/cue', onAir: null })
      .thenRefused({ code: 'role-not-allowed', role: 'judge', command: 'take' })
      .when('secretary', { type: 'certify', stage: 'chung-ket' })
      .thenRefused({ code: 'role-not-allowed', role: 'secretary', command: 'certify' })
      .when('hub', { type: 'note', text: 'x' })
      .thenRefused({ code: 'role-not-allowed', role: 'hub', command: 'note' })
  })

  test('R-1: the head judge is a judge as well', () => {
    given(created(), performed('chao-hoi', 'a'))
      .when('judge:gk1', sheet)
      .thenFacts({ ...greeting('a', 'gk1') })
      .when('judge:gk1', { type: 'certify', stage: 'no-such' })
      .thenRefused({ code: 'reference-unknown', field: 'stage', id: 'no-such' })
  })

  test('R-1: the organiser stands in only where there is no head judge', () => {
    const without = definitionOfThree({ judges: [{ id: 'gk1', name: 'Giám khảo 1' }] })
    expect(rolesOf(definitionOf(given(created(without)).state), 'organiser')).toEqual(['organiser', 'head'])
    given(created())
      .when('organiser', { type: 'certify', stage: 'chung-ket' })
      .thenRefused({ code: 'role-not-allowed', role: 'organiser', command: 'certify' })
  })

  test('R-1: trap 2: who marks is the seat; a judge named in the body is an unknown key', () => {
    const body: object = { ...sheet, judge: 'gk1' }
    expect(() => given(created()).when('judge:gk2', body as CommandBody)).toThrow(/judge/)
  })
})

describe('references', () => {
  const place = { round: 'chao-hoi', team: 'a' }
  const unknown: readonly [
    seat: 'judge:gk2' | 'secretary' | 'judge:gk1' | 'organiser',
    CommandBody,
    ReferenceField,
    string,
  ][] = [
    ['judge:gk2', { ...sheet, round: 'x' }, 'round', 'x'],
    ['judge:gk2', { ...sheet, team: 'x' }, 'team', 'x'],
    ['judge:gk2', { type: 'recuse', round: 'x', team: 'a', reason }, 'round', 'x'],
    ['judge:gk2', { type: 'requestReopen', round: 'chao-hoi', team: 'x', reason }, 'team', 'x'],
    ['secretary', { type: 'setOrder', round: 'x', teams: [] }, 'round', 'x'],
    ['secretary', { type: 'drawOrder', round: 'x' }, 'round', 'x'],
    ['secretary', { type: 'tally', ...place, criterion: 'x', points: '1' }, 'criterion', 'x'],
    ['secretary', { type: 'recordTime', round: 'x', team: 'a', seconds: 1 }, 'round', 'x'],
    ['secretary', { type: 'deduct', round: 'chao-hoi', team: 'x', points: '1', reason }, 'team', 'x'],
    ['secretary', { type: 'addBonus', round: 'x', team: 'a', points: '1', reason }, 'round', 'x'],
    ['secretary', { type: 'withdrawDeduction', line: 'd9', reason }, 'line', 'd9'],
    ['secretary', { type: 'withdrawBonus', line: 'b9', reason }, 'line', 'b9'],
    ['secretary', { type: 'enterSheet', ...place, judge: 'x', marks, reason }, 'judge', 'x'],
    ['secretary', { type: 'excuse', ...place, judge: 'x', reason }, 'judge', 'x'],
    ['secretary', { type: 'withdrawExcuse', ...place, judge: 'x', reason }, 'judge', 'x'],
    ['secretary', { type: 'withdrawTeam', team: 'x', reason }, 'team', 'x'],
    ['judge:gk1', { type: 'approve', request: '9' }, 'request', '9'],
    ['judge:gk1', { type: 'decline', request: '9', reason }, 'request', '9'],
    ['judge:gk1', { type: 'breakTie', stage: 'x', teams: ['a', 'b'], reason }, 'stage', 'x'],
    ['organiser', { type: 'replaceJudge', judge: 'x', name: 'Ai đó' }, 'judge', 'x'],
    ['organiser', { type: 'reopenStage', stage: 'x', reason }, 'stage', 'x'],
  ]
  test.each(unknown)('R-2: %s %j names an unknown %s', (seat, body, field, id) => {
    const story = given(created()).when(seat, body)
    story.thenRefused({ code: 'reference-unknown', field, id })
  })

  test('R-2: the MC is told of an unknown cue and an unknown stage', () => {
    given(created())
      .when('mc', { type: 'take', cue: 'chao-hoi/x/perform', onAir: null })
      .thenRefused({ code: 'reference-unknown', field: 'cue', id: 'chao-hoi/x/perform' })
      .when('mc', { type: 'show', scene: { kind: 'title', stage: 'x' }, onAir: null })
      .thenRefused({ code: 'reference-unknown', field: 'stage', id: 'x' })
  })
})

describe('a team in a round', () => {
  const commands: readonly ['judge:gk2' | 'secretary', CommandBody][] = [
    ['judge:gk2', { ...sheet, team: 'c' }],
    ['judge:gk2', { type: 'recuse', round: 'chao-hoi', team: 'c', reason }],
    ['judge:gk2', { type: 'requestReopen', round: 'chao-hoi', team: 'c', reason }],
    ['secretary', { type: 'tally', round: 'chao-hoi', team: 'c', criterion: 'noi-dung', points: '1' }],
    ['secretary', { type: 'recordTime', round: 'chao-hoi', team: 'c', seconds: 1 }],
    ['secretary', { type: 'deduct', round: 'chao-hoi', team: 'c', points: '1', reason }],
    ['secretary', { type: 'addBonus', round: 'chao-hoi', team: 'c', points: '1', reason }],
    ['secretary', { type: 'enterSheet', round: 'chao-hoi', team: 'c', judge: 'gk2', marks, reason }],
    ['secretary', { type: 'excuse', round: 'chao-hoi', team: 'c', judge: 'gk2', reason }],
    ['secretary', { type: 'withdrawExcuse', round: 'chao-hoi', team: 'c', judge: 'gk2', reason }],
  ]

  test.each(commands)('R-3: %s %j needs the team to be entered in the stage', (seat, body) => {
    given(created(oneRound({ stage: { entrants: ['a', 'b'] } })))
      .when(seat, body)
      .thenRefused({ code: 'team-not-entered', team: 'c', stage: 'chung-ket' })
  })

  test.each(commands)('R-3: %s %j needs the team not to have withdrawn', (seat, body) => {
    given(created(oneRound()), { type: 'team-withdrawn', team: 'c', reason })
      .when(seat, body)
      .thenRefused({ code: 'team-withdrawn', team: 'c' })
  })

  test.each(commands)('R-3: %s %j needs the stage not to be certified', (seat, body) => {
    given(created(oneRound()), {
      type: 'stage-certified',
      stage: 'chung-ket',
      definitionHash: 'ab'.repeat(32),
      rows: [],
    })
      .when(seat, body)
      .thenRefused({ code: 'stage-certified', stage: 'chung-ket' })
  })
})
