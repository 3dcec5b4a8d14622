/** What a stranger's tries of the commands are made of, and the parts that many of them share. */
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

export const place = { round: 'chao-hoi', team: 'a' }
export const placeFields = { round: 'id', team: 'id' } as const
export const reason = 'lý do'
export const marks = { 'noi-dung': '8', 'hinh-thuc': '8' }
export const unknown = (field: string) => ({ code: 'reference-unknown', field, id: 'khong-co' })
export const unknownPlace: readonly Refused[] = [
  ['an unknown round', { round: 'khong-co' }, unknown('round')],
  ['an unknown team', { team: 'khong-co' }, unknown('team')],
]
export const unknownJudge: Refused = ['an unknown judge', { judge: 'khong-co' }, unknown('judge')]
const offRange = { code: 'mark-out-of-range', criterion: 'noi-dung', min: '0', max: '10' }
const offStep = { code: 'mark-off-step', criterion: 'noi-dung', min: '0', step: '0.25' }
export const impossibleMarks: readonly Refused[] = [
  ['a mark above the scale', { marks: { ...marks, 'noi-dung': '10.25' } }, offRange],
  ['a mark of 999999999', { marks: { ...marks, 'noi-dung': '999999999' } }, offRange],
  ['a mark off its step', { marks: { ...marks, 'noi-dung': '8.1' } }, offStep],
  ['a mark a millionth off', { marks: { ...marks, 'noi-dung': '8.000001' } }, offStep],
  ['a criterion missing', { marks: { 'noi-dung': '8' } }, { code: 'mark-missing', criteria: ['hinh-thuc'] }],
  ['no marks', { marks: {} }, { code: 'mark-missing', criteria: ['noi-dung', 'hinh-thuc'] }],
  ['a criterion too many', { marks: { ...marks, 'dao-cu': '8' } }, { code: 'mark-unknown', criterion: 'dao-cu' }],
]
