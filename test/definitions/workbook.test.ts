/** A workbook as people write it: what may stand in it in which forms, and what may be left out. */
import { type CellContent, plainNumber } from '@bang-diem/shared/contest/workbook/cells.ts'
import { sheetsOf } from '@bang-diem/shared/contest/workbook/export.ts'
import { definitionShape, type Shape } from '@bang-diem/shared/contest/workbook/shape.ts'
import { readWorkbook } from '@bang-diem/shared/contest/workbook/workbook.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { goodDefinition } from './good-definition.ts'
import { randomDefinition } from './random-definition.ts'
import { Paper } from './sheet-paper.ts'
import { throughFile } from './try-broken.ts'

function paperOf(write: (paper: Paper) => void = () => undefined): Paper {
  const paper = new Paper(sheetsOf(goodDefinition(), 'vi'))
  write(paper)
  return paper
}

/** The definition that is read after something was written. */
function readAfter(write: (paper: Paper) => void) {
  const read = readWorkbook(paperOf(write).sheets)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.definition
}

/** A number in a cell of its own. */
const number = (text: string): CellContent => ({ number: text })

describe('whole definitions', () => {
  test.each(['vi', 'en'] as const)(
    'D-30: what was written with headings in %s is read as the same definition',
    (language) => {
      expect(readWorkbook(sheetsOf(goodDefinition(), language))).toEqual({ ok: true, definition: goodDefinition() })
    },
  )

  test.each([1, 2, 3, 4, 5])('D-30: random definition %i goes through a file without loss', async (seed) => {
    const definition = randomDefinition(seed)
    expect(await throughFile(sheetsOf(definition, 'vi'))).toEqual({ ok: true, definition })
  })

  test('D-30: headings may stand in any order, in any capitals, under the names of the definition, below empty rows', () => {
    const definition = readAfter((paper) => {
      paper.write('Đội thi', 1, 'Tên đội', 'TÊN  ĐỘI ')
      paper.write('Đội thi', 1, 'Bảng', 'group')
      paper.insertRow('Đội thi', 1, [])
      paper.insertRow('Đội thi', 4, [])
      paper.rename('Đội thi', 'teams')
    })
    expect(definition).toEqual(goodDefinition())
  })

  test('D-30: a column for notes, the guide and empty sheets are not read', () => {
    const definition = readAfter((paper) => {
      paper.write('Đội thi', 1, 'Ghi chú', 'Ghi chú')
      paper.write('Đội thi', 3, 'Ghi chú', 'gọi lại')
      paper.add('Sheet1', [[null, '']])
    })
    expect(definition).toEqual(goodDefinition())
  })

  test('D-30: a title alone in its row above the headings is not read, and a row of the table that has come there is told', () => {
    const titled = readAfter((paper) => {
      paper.insertRow('Đội thi', 1, ['DANH SÁCH ĐỘI DỰ THI'])
      paper.insertRow('Hội thi', 1, [null, 'PHIẾU ĐĂNG KÝ'])
    })
    expect(titled).toEqual(goodDefinition())
    const sorted = readWorkbook(paperOf((paper) => paper.insertRow('Đội thi', 1, ['doi-7', 'Đội 7'])).sheets)
    expect(sorted.ok ? [] : sorted.problems[0]).toMatchObject({ cell: 'Đội thi!A1', code: 'unknown-heading' })
  })

  test('D-30: whatever a definition may hold fits a cell', () => {
    const fits = (shape: Shape, isInside: boolean): boolean => {
      if (shape.kind === 'choice')
        return !isInside && shape.options.every(({ fields }) => fields.every((field) => fits(field.shape, true)))
      if (shape.kind === 'either') return !isInside && shape.options.every((option) => fits(option, true))
      if (shape.kind === 'entry') return shape.fields.every((field) => fits(field.shape, true))
      return shape.kind === 'list' ? fits(shape.item, isInside) : true
    }
    const apart = new Set(['teams', 'judges', 'stages', 'rounds', 'criteria'])
    const columns = (shape: Shape): Shape[] => {
      if (shape.kind === 'list') return columns(shape.item)
      if (shape.kind !== 'entry') return []
      return shape.fields.flatMap((field) => (apart.has(field.key) ? columns(field.shape) : [field.shape]))
    }
    const all = columns(definitionShape)
    expect(all.length).toBeGreaterThan(40)
    expect(all.filter((shape) => !fits(shape, false))).toEqual([])
  })
})

describe('what may be left out', () => {
  test('D-31: ids are made from names, each its own, the same ones every time', () => {
    const write = (paper: Paper) => {
      for (const row of [2, 3, 4]) paper.write('Đội thi', row, 'Mã', null)
      paper.write('Đội thi', 3, 'Tên đội', 'Đội Ea Ngai')
      paper.write('Đội thi', 4, 'Tên đội', 'Prototype')
      paper.write('Giám khảo', 6, 'Mã', null)
      paper.write('Phần thi', 3, 'Nhóm giám khảo', 'a; judges=gk1, gk2, gk3\nb; judges=gk4, Giám khảo Dũng')
    }
    const definition = readAfter(write)
    expect(definition.teams.map(({ id }) => id).slice(0, 3)).toEqual(['doi-ea-ngai', 'doi-ea-ngai-2', 'prototype-2'])
    expect(definition.judges.at(-1)?.id).toBe('giam-khao-dung')
    expect(definition.stages[0]?.rounds[1]?.judgeGroups[1]?.judges).toEqual(['gk4', 'giam-khao-dung'])
    expect(readAfter(write)).toEqual(definition)
  })

  test('D-31: rounds and criteria without ids are found by their names, criteria within their round', () => {
    const definition = readAfter((paper) => {
      for (const row of [4, 5]) paper.write('Phần thi', row, 'Mã', null)
      for (const row of [6, 7]) {
        paper.write('Tiêu chí', row, 'Mã', null)
        paper.write('Tiêu chí', row, 'Phần thi', 'tiểu phẩm')
      }
      paper.write('Tiêu chí', 8, 'Phần thi', 'Ứng xử')
      paper.write('Tiêu chí', 6, 'Tên tiêu chí', 'Nội dung')
      paper.write('Vòng thi', 3, 'Phân định bằng điểm', 'criterion; round=Tiểu phẩm; criterion=Nội dung\nlot')
      paper.write('Vòng thi', 3, 'Giải thưởng', 'best; title=Hay nhất; round=Tiểu phẩm')
    })
    const [first] = definition.stages[1]?.rounds ?? []
    expect(first?.id).toBe('tieu-pham')
    expect(first?.criteria.map(({ id }) => id)).toEqual(['noi-dung', 'dien-xuat'])
    expect(definition.stages[1]?.tieBreaks[0]).toEqual({ by: 'criterion', round: 'tieu-pham', criterion: 'noi-dung' })
  })

  test('D-31: a made id keeps out of the way of stages, rounds and sessions', () => {
    const definition = readAfter((paper) => {
      paper.write('Phần thi', 4, 'Mã', null)
      paper.write('Phần thi', 4, 'Tên phần thi', 'Chung kết')
      paper.write('Phần thi', 5, 'Mã', null)
      paper.write('Phần thi', 5, 'Tên phần thi', 'Sáng')
      for (const row of [6, 7]) paper.write('Tiêu chí', row, 'Phần thi', 'Chung kết')
      paper.write('Tiêu chí', 8, 'Phần thi', 'Sáng')
      paper.write('Vòng thi', 3, 'Phân định bằng điểm', 'lot')
      paper.write('Vòng thi', 3, 'Giải thưởng', null)
    })
    expect(definition.stages[1]?.rounds.map(({ id }) => id)).toEqual(['chung-ket-2', 'sang-2'])
  })

  test('D-31: an empty cell for the stage or the round means the same as above', () => {
    const definition = readAfter((paper) => {
      for (const row of [3, 5, 7]) paper.write('Tiêu chí', row, 'Phần thi', null)
      paper.write('Phần thi', 3, 'Vòng thi', null)
    })
    expect(definition).toEqual(goodDefinition())
  })

  test('D-31: an empty cell takes the default', () => {
    const definition = readAfter((paper) => {
      paper.write('Tiêu chí', 8, 'Bước điểm', null)
      paper.write('Tiêu chí', 8, 'Người chấm', null)
      paper.removeColumn('Vòng thi', 'Đồng hạng')
    })
    expect(definition).toEqual(goodDefinition())
  })
})

describe('how values are written', () => {
  const maxima: readonly CellContent[] = ['12', '12 ', number('12'), number('12.000000000000002'), number('1.2E1')]
  test.each(maxima)('D-33: %j is the number 12', (content) => {
    expect(readAfter((paper) => paper.write('Tiêu chí', 2, 'Điểm cao nhất', content))).toEqual(goodDefinition())
  })

  test.each(['0,25', '0.25', number('0.25'), number('0.25000000000000006')])('D-33: %j is 0.25', (content) => {
    expect(readAfter((paper) => paper.write('Tiêu chí', 2, 'Bước điểm', content))).toEqual(goodDefinition())
  })

  test('D-33: no number of a definition loses a digit on its way through a float', () => {
    const decimal = fc.tuple(fc.nat(999_999_999), fc.nat(999_999)).map(([whole, part]) => {
      const digits = String(part).padStart(6, '0').replace(/0+$/, '')
      return digits === '' ? String(whole) : `${whole}.${digits}`
    })
    fc.assert(
      fc.property(decimal, (text) => {
        expect(plainNumber(String(Number(text)))).toBe(text)
        expect(plainNumber(Number(text).toPrecision(17))).toBe(text)
      }),
    )
  })

  test.each(['14/10/2026', '14.10.2026', '14-10-2026', '2026-10-14', { date: '2026-10-14' }])(
    'D-33: %j is a day',
    (content) => {
      expect(readAfter((paper) => paper.writeBeside('Ngày thi', content))).toEqual(goodDefinition())
    },
  )

  test.each(['x', 'có', 'Yes', true, number('1')])('D-33: %j is yes', (content) => {
    expect(readAfter((paper) => paper.write('Giám khảo', 2, 'Trưởng ban', content))).toEqual(goodDefinition())
  })

  test.each(['không', 'No', false, number('0')])('D-33: %j is no', (content) => {
    expect(readAfter((paper) => paper.write('Giám khảo', 3, 'Trưởng ban', content))).toEqual(goodDefinition())
  })

  const methods = [
    'trimmed-mean; highest=1; lowest=1',
    'Trimmed-Mean;lowest = 1 ; HIGHEST=1;',
    'Trung bình sau khi loại điểm cao nhất, thấp nhất',
    'method=trimmed-mean; over="sheet"',
  ]
  test.each(methods)('D-33: a choice may be written as %j', (content) => {
    expect(readAfter((paper) => paper.write('Phần thi', 2, 'Cách tính điểm', content))).toEqual(goodDefinition())
  })

  test('D-33: a text with signs of its own stands in quotes, whatever is in it', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 40 }), (text) => {
        const title = text.normalize('NFC').trim()
        fc.pre(title !== '')
        const definition = goodDefinition()
        const [, final] = definition.stages
        if (final) final.awards = [{ by: 'picked', id: 'giai-1', title, alone: false }]
        expect(readWorkbook(sheetsOf(definition, 'vi'))).toEqual({ ok: true, definition })
      }),
    )
  })

  test('D-33: a panel of one whose id is the word for all', () => {
    const definition = goodDefinition()
    const [, final] = definition.stages
    const [judge] = definition.judges
    if (!final?.rounds[0] || !judge) throw new Error('there are a final and a judge')
    definition.judges.push({ ...judge, id: 'all', head: false })
    const [group] = definition.stages[0]?.rounds[1]?.judgeGroups ?? []
    group?.judges.push('all')
    final.rounds[0].panel = ['all']
    expect(readWorkbook(sheetsOf(definition, 'vi'))).toEqual({ ok: true, definition })
  })
})
