/** The commands about factors, questions, lots, cuts, awards and judges who leave, as a stranger would try them. */
import { place, placeFields, reason, type Tried, unknown, unknownJudge, unknownPlace } from './tried.ts'

const stage = 'chung-ket'
const award = { stage, award: 'an-tuong', team: 'a', reason }
const awardFields = { stage: 'id', award: 'id', team: 'id', reason: 'reason' } as const
const unknownStage = ['an unknown stage', { stage: 'khong-co' }, unknown('stage')] as const
const unknownAward = ['an award that is not there', { award: 'khong-co' }, unknown('award')] as const

export const laterCommands: Readonly<Record<string, Tried>> = {
  recordFactor: {
    role: 'secretary',
    body: { ...place, factor: '1.2' },
    fields: { ...placeFields, factor: 'positive' },
    refused: [...unknownPlace, ['where there is none', {}, { code: 'factor-not-used', round: 'chao-hoi' }]],
  },
  tallyQuestion: {
    role: 'secretary',
    body: { stage, question: 'cau-hoi', team: 'a', points: '5' },
    fields: { stage: 'id', question: 'id', team: 'id', points: 'decimal' },
    refused: [unknownStage, ['while sheets are missing', {}, { code: 'sheets-missing' }]],
  },
  releaseJudge: {
    role: 'organiser',
    body: { judge: 'gk3', reason },
    fields: { judge: 'id', reason: 'reason' },
    refused: [
      unknownJudge,
      ['from an unknown round', { from: { round: 'khong-co' } }, unknown('round')],
      ['from an unknown team', { from: { round: 'chao-hoi', team: 'khong-co' } }, unknown('team')],
    ],
  },
  recallJudge: {
    role: 'organiser',
    body: { judge: 'gk3', reason },
    fields: { judge: 'id', reason: 'reason' },
    refused: [unknownJudge],
  },
  drawLots: {
    role: 'head',
    body: { stage, teams: ['a', 'b'] },
    fields: { stage: 'id', teams: 'teams' },
    refused: [unknownStage, ['while sheets are missing', {}, { code: 'sheets-missing' }]],
  },
  decideCut: {
    role: 'head',
    body: { stage, teams: ['a', 'b'], reason },
    fields: { stage: 'id', teams: 'teams', reason: 'reason' },
    refused: [unknownStage, ['of a stage without a cut', {}, { code: 'stage-not-cut', stage }]],
  },
  qualify: {
    role: 'head',
    body: { stage },
    fields: { stage: 'id' },
    refused: [unknownStage, ['to a stage that takes nobody', {}, { code: 'stage-not-cut', stage }]],
  },
  giveAward: { role: 'organiser', body: award, fields: awardFields, refused: [unknownStage, unknownAward] },
  takeBackAward: { role: 'organiser', body: award, fields: awardFields, refused: [unknownStage, unknownAward] },
}
