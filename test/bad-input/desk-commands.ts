/** The commands of the secretary, as a stranger would try them. */
import {
  impossibleMarks,
  marks,
  place,
  placeFields,
  reason,
  type Tried,
  unknown,
  unknownJudge,
  unknownPlace,
} from './tried.ts'

const line = { line: 'd1', reason }
const lineFields = { line: 'id', reason: 'reason' } as const
const points = { ...place, points: '1', reason }
const pointFields = { ...placeFields, points: 'positive', reason: 'reason' } as const
const judged = { ...place, judge: 'gk3', reason }
const judgedFields = { ...placeFields, judge: 'id', reason: 'reason' } as const

export const deskCommands: Readonly<Record<string, Tried>> = {
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
}
