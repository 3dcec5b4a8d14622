/** The commands as a stranger would try them: what each is made of, and requests that are well formed and cannot be done. */
import { definitionOfThree } from '../rules/small-contest.ts'
import type { Kind } from './values.ts'
import type { Role } from './world.ts'

export interface Tried {
  /** A role that may give it. */
  readonly role: Role
  /** A whole body, without its type; it need not be possible now. */
  readonly body: Readonly<Record<string, unknown>>
  readonly fields: Readonly<Record<string, Kind>>
  /** Well formed, and refused: what is wrong, what differs from the body, and the code with the parameters that must say so. */
  readonly refused: readonly Refused[]
}
export type Refused = readonly [what: string, changes: Readonly<Record<string, unknown>>, expected: Expected]
export interface Expected {
  readonly code: string
  readonly [param: string]: unknown
}

const place = { round: 'chao-hoi', team: 'a' }
const placeFields = { round: 'id', team: 'id' } as const
const reason = 'lý do'
const marks = { 'noi-dung': '8', 'hinh-thuc': '8' }
const unknown = (field: string) => ({ code: 'reference-unknown', field, id: 'khong-co' })
const unknownPlace: readonly Refused[] = [
  ['an unknown round', { round: 'khong-co' }, unknown('round')],
  ['an unknown team', { team: 'khong-co' }, unknown('team')],
]
const unknownJudge: Refused = ['an unknown judge', { judge: 'khong-co' }, unknown('judge')]
const offRange = { code: 'mark-out-of-range', criterion: 'noi-dung', min: '0', max: '10' }
const offStep = { code: 'mark-off-step', criterion: 'noi-dung', min: '0', step: '0.25' }
const impossibleMarks: readonly Refused[] = [
  ['a mark above the scale', { marks: { ...marks, 'noi-dung': '10.25' } }, offRange],
  ['a mark of 999999999', { marks: { ...marks, 'noi-dung': '999999999' } }, offRange],
  ['a mark off its step', { marks: { ...marks, 'noi-dung': '8.1' } }, offStep],
  ['a mark a millionth off', { marks: { ...marks, 'noi-dung': '8.000001' } }, offStep],
  ['a criterion missing', { marks: { 'noi-dung': '8' } }, { code: 'mark-missing', criteria: ['hinh-thuc'] }],
  ['no marks', { marks: {} }, { code: 'mark-missing', criteria: ['noi-dung', 'hinh-thuc'] }],
  ['a criterion too many', { marks: { ...marks, 'dao-cu': '8' } }, { code: 'mark-unknown', criterion: 'dao-cu' }],
]
const line = { line: 'd1', reason }
const lineFields = { line: 'id', reason: 'reason' } as const
const points = { ...place, points: '1', reason }
const pointFields = { ...placeFields, points: 'positive', reason: 'reason' } as const
const judged = { ...place, judge: 'gk3', reason }
const judgedFields = { ...placeFields, judge: 'id', reason: 'reason' } as const
const moved = { code: 'cue-moved', onAir: 'chao-hoi/a/perform' }
const onAir = 'chao-hoi/a/perform'

export const commands: Readonly<Record<string, Tried>> = {
  submitSheet: {
    role: 'head',
    body: { ...place, run: 0, revision: 0, marks },
    fields: { ...placeFields, run: 'revision', revision: 'revision', marks: 'marks' },
    refused: [
      ...unknownPlace,
      ...impossibleMarks,
      ['a team that was not called', { team: 'b' }, { code: 'sheet-not-open', round: 'chao-hoi', team: 'b' }],
      ['a revision to come', { revision: 1 }, { code: 'sheet-moved-on', revision: 0 }],
      ['a rehearsal', { run: 1_000_000_000 }, { code: 'sheet-moved-on', revision: 0 }],
    ],
  },
  recuse: {
    role: 'head',
    body: { ...place, reason },
    fields: { ...placeFields, reason: 'reason' },
    refused: unknownPlace,
  },
  requestReopen: {
    role: 'head',
    body: { ...place, reason },
    fields: { ...placeFields, reason: 'reason' },
    refused: [...unknownPlace, ['no sheet', {}, { code: 'sheet-absent', ...place, judge: 'gk1' }]],
  },
  take: {
    role: 'mc',
    body: { cue: 'chao-hoi/a/marking', onAir },
    fields: { cue: 'cue', onAir: 'on-air' },
    refused: [
      ['what is on air is another', { onAir: null }, moved],
      [
        'an unknown cue',
        { cue: 'chao-hoi/khong-co/intro' },
        { code: 'reference-unknown', field: 'cue', id: 'chao-hoi/khong-co/intro' },
      ],
      [
        'a cue out of turn',
        { cue: 'chung-ket/place/1' },
        { code: 'cue-out-of-turn', cue: 'chung-ket/place/1', next: 'chao-hoi/a/marking' },
      ],
    ],
  },
  back: {
    role: 'mc',
    body: { onAir },
    fields: { onAir: 'on-air' },
    refused: [['what is on air is another', { onAir: null }, moved]],
  },
  show: {
    role: 'mc',
    body: { scene: { kind: 'stand-by' }, onAir },
    fields: { scene: 'scene', onAir: 'on-air' },
    refused: [
      ['what is on air is another', { onAir: 'chung-ket/title' }, moved],
      ['an unknown stage', { scene: { kind: 'title', stage: 'khong-co' } }, unknown('stage')],
    ],
  },
  startTimer: { role: 'mc', body: {}, fields: {}, refused: [] },
  pauseTimer: { role: 'mc', body: {}, fields: {}, refused: [] },
  resetTimer: { role: 'mc', body: {}, fields: {}, refused: [] },
  setOrder: {
    role: 'secretary',
    body: { round: 'chao-hoi', teams: ['b', 'a', 'c'] },
    fields: { round: 'id', teams: 'teams' },
    refused: [
      ['an unknown round', { round: 'khong-co' }, unknown('round')],
      ['a team missing', { teams: ['a', 'b'] }, { code: 'order-incomplete', round: 'chao-hoi' }],
      ['a team twice', { teams: ['a', 'b', 'b'] }, { code: 'order-incomplete', round: 'chao-hoi' }],
      ['an unknown team', { teams: ['a', 'b', 'khong-co'] }, { code: 'order-incomplete', round: 'chao-hoi' }],
      ['a called team moved', {}, { code: 'team-called', team: 'a' }],
    ],
  },
  drawOrder: {
    role: 'secretary',
    body: { round: 'chao-hoi' },
    fields: { round: 'id' },
    refused: [['an unknown round', { round: 'khong-co' }, unknown('round')]],
  },
  tally: {
    role: 'secretary',
    body: { round: 'tieu-pham', team: 'a', criterion: 'dap-an', points: '8' },
    fields: { ...placeFields, criterion: 'id', points: 'decimal' },
    refused: [
      ...unknownPlace,
      ['an unknown criterion', { criterion: 'khong-co' }, unknown('criterion')],
      ['what judges mark', { criterion: 'kich-ban' }, { code: 'criterion-not-tallied', criterion: 'kich-ban' }],
      ['too many points', { points: '10.25' }, { code: 'points-out-of-range', max: '10' }],
    ],
  },
  recordTime: {
    role: 'secretary',
    body: { ...place, seconds: 300 },
    fields: { ...placeFields, seconds: 'seconds' },
    refused: [
      ...unknownPlace,
      ['a team that was not called', { team: 'b' }, { code: 'time-without-performance', round: 'chao-hoi', team: 'b' }],
    ],
  },
  deduct: {
    role: 'secretary',
    body: points,
    fields: pointFields,
    refused: [...unknownPlace, ['too many points', { points: '20.25' }, { code: 'points-out-of-range', max: '20' }]],
  },
  addBonus: {
    role: 'secretary',
    body: points,
    fields: pointFields,
    refused: [
      ...unknownPlace,
      ['too many points', { points: '999999999' }, { code: 'points-out-of-range', max: '20' }],
    ],
  },
  withdrawDeduction: {
    role: 'secretary',
    body: line,
    fields: lineFields,
    refused: [['an unknown line', { line: 'khong-co' }, unknown('line')]],
  },
  withdrawBonus: {
    role: 'secretary',
    body: { ...line, line: 'b1' },
    fields: lineFields,
    refused: [['an unknown line', { line: 'khong-co' }, unknown('line')]],
  },
  enterSheet: {
    role: 'secretary',
    body: { ...judged, marks },
    fields: { ...judgedFields, marks: 'marks' },
    refused: [
      ...unknownPlace,
      unknownJudge,
      ...impossibleMarks,
      ['a sheet that is in', { judge: 'gk2' }, { code: 'sheet-submitted', ...place }],
      ['a team that was not called', { team: 'b' }, { code: 'sheet-not-open', round: 'chao-hoi', team: 'b' }],
    ],
  },
  excuse: { role: 'secretary', body: judged, fields: judgedFields, refused: [...unknownPlace, unknownJudge] },
  withdrawExcuse: {
    role: 'secretary',
    body: judged,
    fields: judgedFields,
    refused: [
      ...unknownPlace,
      unknownJudge,
      ['who was never excused', {}, { code: 'judge-not-excused', ...place, judge: 'gk3' }],
    ],
  },
  withdrawTeam: {
    role: 'secretary',
    body: { team: 'a', reason },
    fields: { team: 'id', reason: 'reason' },
    refused: [['an unknown team', { team: 'khong-co' }, unknown('team')]],
  },
  note: { role: 'secretary', body: { text: 'ghi chú' }, fields: { text: 'note' }, refused: [] },
  approve: {
    role: 'head',
    body: { request: '1' },
    fields: { request: 'id' },
    refused: [['an unknown request', { request: 'khong-co' }, unknown('request')]],
  },
  decline: {
    role: 'head',
    body: { request: '1', reason },
    fields: { request: 'id', reason: 'reason' },
    refused: [['an unknown request', { request: 'khong-co' }, unknown('request')]],
  },
  breakTie: {
    role: 'head',
    body: { stage: 'chung-ket', teams: ['a', 'b'], reason },
    fields: { stage: 'id', teams: 'teams', reason: 'reason' },
    refused: [
      ['an unknown stage', { stage: 'khong-co' }, unknown('stage')],
      ['while sheets are missing', {}, { code: 'sheets-missing' }],
    ],
  },
  certify: {
    role: 'head',
    body: { stage: 'chung-ket' },
    fields: { stage: 'id' },
    refused: [
      ['an unknown stage', { stage: 'khong-co' }, unknown('stage')],
      ['while sheets are missing', {}, { code: 'sheets-missing' }],
    ],
  },
  redefine: {
    role: 'organiser',
    body: { definition: { ...definitionOfThree(), id: 'hoi-thi-a' } },
    fields: { definition: 'definition' },
    refused: [
      ['another contest', { definition: definitionOfThree() }, { code: 'definition-in-use', path: 'id' }],
      [
        'teams that are in use',
        { definition: { ...definitionOfThree(), id: 'hoi-thi-a', teams: [{ id: 'a', name: 'x' }] } },
        { code: 'definition-in-use', path: 'teams' },
      ],
      [
        'two head judges',
        {
          definition: {
            ...definitionOfThree(),
            id: 'hoi-thi-a',
            judges: [
              { id: 'gk1', name: 'x', head: true },
              { id: 'gk2', name: 'y', head: true },
            ],
          },
        },
        { code: 'definition-invalid' },
      ],
    ],
  },
  replaceJudge: {
    role: 'organiser',
    body: { judge: 'gk3', name: 'Người khác' },
    fields: { judge: 'id', name: 'name' },
    refused: [unknownJudge],
  },
  reopenStage: {
    role: 'organiser',
    body: { stage: 'chung-ket', reason },
    fields: { stage: 'id', reason: 'reason' },
    refused: [
      ['an unknown stage', { stage: 'khong-co' }, unknown('stage')],
      ['a stage that is not certified', {}, { code: 'not-certified', stage: 'chung-ket' }],
    ],
  },
}
