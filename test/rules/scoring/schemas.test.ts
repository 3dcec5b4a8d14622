/** What the definition may say about scoring, and what is refused at its path. */
import { combineMethod, combineMethods } from '@bang-diem/shared/scoring/combine/registry.ts'
import { outlierRule, outlierRules } from '@bang-diem/shared/scoring/outliers/registry.ts'
import { overtimeRule, overtimeRules } from '@bang-diem/shared/scoring/overtime/registry.ts'
import { placingMethod, placingMethods } from '@bang-diem/shared/scoring/placing/registry.ts'
import {
  attemptsSchema,
  combineSchema,
  compareSchema,
  outliersSchema,
  overtimeSchema,
  placingSchema,
  rankingSchema,
  roundingsSchema,
  tieBreaksSchema,
  undertimeSchema,
} from '@bang-diem/shared/scoring/schemas.ts'
import { tieBreakRule, tieBreaks } from '@bang-diem/shared/scoring/tie-breaks/registry.ts'
import { type Names, UNNAMED } from '@bang-diem/shared/scoring/wording.ts'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'

function problems(schema: v.GenericSchema, given: unknown): (string | null)[] {
  const result = v.safeParse(schema, given)
  return result.success ? [] : result.issues.map((issue) => v.getDotPath(issue))
}

/** Parameters for every entry of every registry: a new entry must be added here, or the test below says so. */
const sampleParams: Readonly<Record<string, object>> = {
  drop: { limit: '10%' },
  clamp: { limit: '1.5' },
  'per-minute': { points: '1', count: 'full' },
  tiers: { tiers: [{ fromSeconds: 1, points: '0.25' }] },
  'rank-points': { points: ['12', '10', '8.5'] },
  round: { round: 'r' },
  rounds: { rounds: ['r', 's'] },
  criterion: { round: 'r', criterion: 'c' },
  part: { round: 'r', criteria: ['c', 'd'] },
  time: { round: 'r' },
  question: { question: 'q', maximum: '10' },
}

const everyChoice = [
  ...combineMethods.map((each) => ({ ...each, key: 'method' })),
  ...outlierRules.map((each) => ({ ...each, key: 'rule' })),
  ...overtimeRules.map((each) => ({ ...each, key: 'rule' })),
  ...placingMethods.map((each) => ({ ...each, key: 'method' })),
  ...tieBreaks.map((each) => ({ ...each, key: 'by' })),
].map(({ id, key, title, bind }) => ({ title, ...bind({ [key]: id, ...sampleParams[id] }) }))

describe('S-35: the schema offers exactly what the registries hold', () => {
  it('S-35: what is left out has its default', () => {
    expect(v.parse(combineSchema, undefined)).toEqual({ method: 'mean', over: 'sheet' })
    expect(v.parse(outliersSchema, undefined)).toEqual({ rule: 'none' })
    expect(v.parse(overtimeSchema, undefined)).toEqual({ rule: 'none' })
    expect(v.parse(tieBreaksSchema, undefined)).toEqual([])
    expect(v.parse(roundingsSchema, undefined)).toEqual([])
    expect(v.parse(compareSchema, undefined)).toBe('rounded')
    expect(v.parse(rankingSchema, undefined)).toBe('standard')
    expect(v.parse(combineSchema, { method: 'trimmed-mean' })).toMatchObject({ highest: 1, lowest: 1 })
  })

  it.each([
    [combineSchema, { method: 'rank-points' }, 'method'],
    [placingSchema, { method: 'mean' }, 'method'],
    [placingSchema, { method: 'rank-points', points: ['12', '-1'] }, 'points.1'],
    [placingSchema, { method: 'rank-points', points: [] }, 'points'],
    [attemptsSchema, [{ rounds: ['luot-1'] }], '0.rounds'],
    [attemptsSchema, [{ rounds: ['luot-1', 'luot-2'], keep: 0 }], '0.keep'],
    [combineSchema, { method: 'mean', over: 'panel' }, 'over'],
    [combineSchema, { method: 'mean', highest: 1 }, 'highest'],
    [combineSchema, { method: 'trimmed-mean', highest: 1.5 }, 'highest'],
    [combineSchema, { method: 'trimmed-mean', lowest: -1 }, 'lowest'],
    [combineSchema, { method: 'trimmed-mean', highest: 1, lowest: 1, whenAtLeast: 2 }, 'whenAtLeast'],
    [outliersSchema, { rule: 'clamp', limit: '10%', of: 'median' }, 'of'],
    [outliersSchema, { rule: 'winsorise', limit: '10%' }, 'rule'],
    [outliersSchema, { rule: 'drop', limit: '1,5' }, 'limit'],
    [outliersSchema, { rule: 'drop', limit: '-1' }, 'limit'],
    [overtimeSchema, { rule: 'per-second', points: '1' }, 'rule'],
    [overtimeSchema, { rule: 'per-minute', points: '0', count: 'full' }, 'points'],
    [overtimeSchema, { rule: 'per-minute', points: 1, count: 'full' }, 'points'],
    [overtimeSchema, { rule: 'per-minute', points: '1', count: 'any' }, 'count'],
    [overtimeSchema, { rule: 'tiers', tiers: [] }, 'tiers'],
    [
      overtimeSchema,
      {
        rule: 'tiers',
        tiers: [
          { fromSeconds: 60, points: '1' },
          { fromSeconds: 60, points: '2' },
        ],
      },
      'tiers',
    ],
    [tieBreaksSchema, [{ by: 'shorter-time' }], '0.by'],
    [tieBreaksSchema, [{ by: 'round', round: 'Tiểu phẩm' }], '0.round'],
    [undertimeSchema, { points: '-1' }, 'points'],
    [roundingsSchema, [{ at: 'mark', decimals: 2, mode: 'half-up' }], '0.at'],
    [roundingsSchema, [{ at: 'total', decimals: 7, mode: 'half-up' }], '0.decimals'],
    [roundingsSchema, [{ at: 'total', decimals: 2, mode: 'up' }], '0.mode'],
  ])('S-35: refuses %#: %j at its path', (schema, given, path) => {
    expect(problems(schema, given)).toEqual([path])
  })

  it('S-3: each place is rounded at only once', () => {
    const twice = [
      { at: 'total', decimals: 2, mode: 'half-up' },
      { at: 'total', decimals: 1, mode: 'half-up' },
    ]
    expect(problems(roundingsSchema, twice)).toEqual([null])
    expect(problems(roundingsSchema, twice.slice(1))).toEqual([])
  })

  it('S-35: an entry is offered under its own id', () => {
    const ids = [
      combineMethods.map(({ id, schema }) => [id, schema.entries.method.literal]),
      outlierRules.map(({ id, schema }) => [id, schema.entries.rule.literal]),
      overtimeRules.map(({ id, schema }) => [id, schema.entries.rule.literal]),
      placingMethods.map(({ id, schema }) => [id, schema.entries.method.literal]),
      tieBreaks.map(({ id, schema }) => [id, schema.entries.by.literal]),
    ]
    for (const registry of ids) {
      for (const [id, literal] of registry) expect(literal).toBe(id)
      expect(new Set(registry.map(([id]) => id)).size).toBe(registry.length)
    }
  })

  it('S-35: every choice tells its rule and works a small example, in both languages and with the names of the contest', () => {
    const names: Names = { ...UNNAMED, round: () => 'Tiểu phẩm', criterion: () => 'Nội dung' }
    for (const choice of everyChoice) {
      for (const { vi, en } of [choice.title, choice.ruleText(names), choice.example(names)]) {
        expect(vi).not.toMatch(/undefined|null|NaN|\d\.\d|^$/)
        expect(en).not.toMatch(/undefined|null|NaN|\d,\d|^$/)
      }
    }
    expect(tieBreakRule({ by: 'round', round: 'r' }).ruleText(names).vi).toBe(
      'Bằng tổng điểm thì đội có điểm phần thi “Tiểu phẩm” cao hơn xếp trên.',
    )
  })

  it('S-35: the examples are worked by the rules themselves', () => {
    const trimmed = combineMethod({ method: 'trimmed-mean', over: 'sheet', highest: 1, lowest: 1 })
    expect(trimmed.example().vi).toBe('9 · 8 · 8,5 · (9,25) · (7) → 8,5')
    const clamped = outlierRule({ rule: 'clamp', limit: '1.5', of: 'maximum' })
    expect(clamped.example().en).toBe('9 · 9 · 8.5 · 9.5 · 4 (of 10), mean 8: 9 · 9 · 8.5 · 9.5 · 6.5 count.')
    const late = overtimeRule({ rule: 'per-minute', points: '0.5', count: 'started', graceSeconds: 0 })
    expect(late.example().vi).toBe('Điểm trừ khi quá 59 s: 0,5; 60 s: 0,5; 90 s: 1; 120 s: 1.')
    const ranks = placingMethod({
      method: 'rank-points',
      points: ['12', '10', '8'],
      of: 'judges',
      shared: 'average',
      better: 'higher',
    })
    expect(ranks.example().en).toBe('Two teams share rank 1: 11 points each; the next has rank 3: 8 points.')
  })
})
