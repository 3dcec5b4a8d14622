/** What the definition may say about scoring, and what is refused at its path. */
import { combineMethods } from '@bang-diem/shared/scoring/combine/registry.ts'
import { outlierRules } from '@bang-diem/shared/scoring/outliers/registry.ts'
import { overtimeRules } from '@bang-diem/shared/scoring/overtime/registry.ts'
import {
  combineSchema,
  compareSchema,
  outliersSchema,
  overtimeSchema,
  rankingSchema,
  roundingsSchema,
  tieBreaksSchema,
  undertimeSchema,
} from '@bang-diem/shared/scoring/schemas.ts'
import { tieBreaks } from '@bang-diem/shared/scoring/tie-breaks/registry.ts'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'

function problems(schema: v.GenericSchema, given: unknown): (string | null)[] {
  const result = v.safeParse(schema, given)
  return result.success ? [] : result.issues.map((issue) => v.getDotPath(issue))
}

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
    [combineSchema, { method: 'mean', over: 'panel' }, 'over'],
    [combineSchema, { method: 'mean', highest: 1 }, 'highest'],
    [combineSchema, { method: 'trimmed-mean', highest: 1.5 }, 'highest'],
    [combineSchema, { method: 'trimmed-mean', lowest: -1 }, 'lowest'],
    [combineSchema, { method: 'trimmed-mean', highest: 1, lowest: 1, whenAtLeast: 2 }, 'whenAtLeast'],
    [outliersSchema, { rule: 'clamp', limit: '10%' }, 'rule'],
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
    [roundingsSchema, [{ at: 'clamped-mark', decimals: 2, mode: 'half-up' }], '0.at'],
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
      tieBreaks.map(({ id, schema }) => [id, schema.entries.by.literal]),
    ]
    for (const registry of ids) {
      for (const [id, literal] of registry) expect(literal).toBe(id)
      expect(new Set(registry.map(([id]) => id)).size).toBe(registry.length)
    }
  })

  it('S-35: every tie-break prints its rule with the names of the contest', () => {
    const names = {
      round: () => 'Tiểu phẩm',
      criterion: () => 'Nội dung',
      judge: (id: string) => id,
      team: (id: string) => id,
    }
    const params = { round: { round: 'r' }, criterion: { round: 'r', criterion: 'c' }, decision: {} }
    expect(tieBreaks.map((rule) => rule.bind({ by: rule.id, ...params[rule.id] }).ruleText(names).vi)).toEqual([
      'Bằng tổng điểm thì đội có điểm phần thi “Tiểu phẩm” cao hơn xếp trên.',
      'Bằng tổng điểm thì đội có điểm tiêu chí “Nội dung” (phần thi “Tiểu phẩm”) cao hơn xếp trên.',
      'Vẫn bằng nhau thì xếp theo quyết định được ghi biên bản (câu hỏi phụ, bốc thăm…).',
    ])
  })
})
