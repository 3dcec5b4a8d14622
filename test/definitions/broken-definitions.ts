/** Mistakes in definitions that are written as JSON. */
import type { BrokenDefinition } from './broken.ts'

const stage = 'stages[0]'
const round = `${stage}.rounds[0]`
const criterion = `${round}.criteria[0]`

export const brokenDefinitions: readonly BrokenDefinition[] = [
  { mistake: 'a format of the future', path: 'format', value: 2, code: 'unsupported' },
  { mistake: 'no id', path: 'id', value: undefined, code: 'required' },
  { mistake: 'points as a number', path: `${round}.maximum`, value: 20, code: 'wrong-type' },
  { mistake: 'a decimal comma', path: `${criterion}.scale.step`, value: '0,25', code: 'not-a-decimal' },
  { mistake: 'a key that is not known', path: `${round}.coinToss`, value: 'x', code: 'unknown-key' },
  { mistake: 'a method that there is not', path: `${round}.combine.method`, value: 'average', code: 'not-one-of' },
  { mistake: 'the sum of the criteria differs', path: `${round}.maximum`, value: '21', code: 'sum-differs' },
  { mistake: 'two teams of one id', path: 'teams[1].id', value: 'doi-1', code: 'duplicate-id' },
  { mistake: 'two heads', path: 'judges[2].head', value: true, code: 'two-heads' },
  {
    mistake: 'an unknown round in a tie-break',
    path: `${stage}.tieBreaks[0].round`,
    value: 'x',
    code: 'unknown-reference',
  },
  {
    mistake: 'an unknown judge on a panel',
    path: 'stages[1].rounds[1].panel[2]',
    value: 'gk9',
    code: 'unknown-reference',
  },
  { mistake: 'an award without a name', path: 'stages[1].awards[0].title', value: '', code: 'too-short' },
  { mistake: 'no teams', path: 'teams', value: [], code: 'too-short' },
  { mistake: 'a day in words', path: 'date', value: '14/10/2026', code: 'not-a-date' },
]
