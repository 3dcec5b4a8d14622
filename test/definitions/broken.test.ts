/** Workbooks and definitions with something wrong in them: what is told, and in which cell. */
import type { CellContent } from '@bang-diem/shared/contest/workbook/cells.ts'
import { sheetsOf } from '@bang-diem/shared/contest/workbook/export.ts'
import { readWorkbook } from '@bang-diem/shared/contest/workbook/workbook.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { brokenDefinitions } from './broken-definitions.ts'
import { brokenRules } from './broken-rules.ts'
import { brokenTables } from './broken-tables.ts'
import { goodDefinition } from './good-definition.ts'
import { Paper } from './sheet-paper.ts'
import { tryDefinition, tryWorkbook } from './try-broken.ts'

function paperOf(write: (paper: Paper) => void): Paper {
  const paper = new Paper(sheetsOf(goodDefinition(), 'vi'))
  write(paper)
  return paper
}

describe('what is wrong', () => {
  test.each([...brokenTables, ...brokenRules].map((broken) => [broken.mistake, broken] as const))(
    'D-32: %s',
    async (_, broken) => {
      expect(await tryWorkbook(broken)).toBeNull()
    },
  )

  test.each(brokenDefinitions.map((broken) => [broken.mistake, broken] as const))('D-2: as JSON: %s', (_, broken) => {
    expect(tryDefinition(broken)).toBeNull()
  })

  test('D-32: several mistakes are told together, in the order in which one reads', () => {
    const read = readWorkbook(
      paperOf((paper) => {
        paper.write('Tiêu chí', 3, 'Điểm cao nhất', 'tám')
        paper.write('Phần thi', 2, 'Quá giờ', 'per-minute; points=1')
        paper.write('Đội thi', 3, 'Tên đội', null)
        paper.writeBeside('Ngày thi', '31/02/2026')
      }).sheets,
    )
    expect(read.ok ? [] : read.problems.map(({ cell, code }) => `${cell} ${code}`)).toEqual([
      'Hội thi!B7 not-a-date',
      'Đội thi!B3 required',
      'Phần thi!Q2 required',
      'Tiêu chí!E3 not-a-decimal',
    ])
  })

  test('D-32: nothing that is written makes it fail', () => {
    const content = fc.oneof(
      fc.string(),
      fc.constant(null),
      fc.boolean(),
      fc.string().map((text): CellContent => ({ number: text })),
      fc.string().map((text): CellContent => ({ date: text })),
      fc.constantFrom('__proto__', 'constructor', 'toString', '=', ';', '"', 'a=b', '__proto__=1', 'mean; __proto__=x'),
    )
    const sheets = fc.array(
      fc.record({
        name: fc.constantFrom('Hội thi', 'Đội thi', 'Giám khảo', 'Vòng thi', 'Phần thi', 'Tiêu chí', 'x', '__proto__'),
        rows: fc.array(fc.array(content, { maxLength: 5 }), { maxLength: 4 }),
      }),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(sheets, (all) => {
        expect(readWorkbook(all).ok).toBe(false)
      }),
    )
    fc.assert(
      fc.property(fc.nat(5), fc.nat(20), fc.nat(8), content, (at, column, row, written) => {
        const spoiled = sheetsOf(goodDefinition(), 'vi').map(({ name, rows }, index) => {
          if (index !== at + 1) return { name, rows }
          return {
            name,
            rows: rows.map((cells, line) =>
              line === row ? cells.with(Math.min(column, cells.length - 1), written) : cells,
            ),
          }
        })
        const read = readWorkbook(spoiled)
        expect(read.ok || read.problems.every(({ cell }) => /^.+![A-Z]+\d+$/.test(cell))).toBe(true)
      }),
    )
  })
})
