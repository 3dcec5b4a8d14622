/** How leaves end: on their last line, with nobody signing alone, and without a page that nothing stands on. */

import type { Block } from '@bang-diem/server/documents/paper.ts'
import { renderPdf } from '@bang-diem/server/documents/pdf/render-pdf.ts'
import { expect, test } from 'vitest'
import { longName, paperOf, signature, totals } from './papers.ts'
import { pageTexts } from './read-pdf.ts'

const FOOT = 'Phiên bản 1'

test('W-28: however full a leaf is, the next begins on the page after it', async () => {
  const leaves = Array.from({ length: 30 }, (_, leaf) => ({
    blocks: [
      {
        kind: 'list' as const,
        numbered: false,
        items: Array.from({ length: 20 + leaf }, (_, item) => ({
          text: `dòng ${item + 1}`,
          items: [{ text: 'nhỏ hơn' }],
        })),
      },
    ],
  }))
  const pages = pageTexts(await renderPdf(paperOf([], { leaves, foot: FOOT, numbered: false })))
  expect(pages.filter((page) => !page.includes('nhỏ hơn') && !page.includes('dòng'))).toEqual([])
})

test('W-25: below notes that do not stand with the table they stand with the last of the notes', async () => {
  const notes = Array.from({ length: 30 }, (_, note) => `Ghi chú số ${note + 1}: quá giờ 45 giây, trừ 0,5 điểm.`)
  const signatures: Block = { kind: 'signatures', rows: [[signature('TỔ THƯ KÝ', 'Lê Thị Thư')]] }
  for (const teams of [6, 9, 12, 15]) {
    const blocks = [{ ...totals(teams, 9), notes }, signatures]
    const pages = pageTexts(await renderPdf(paperOf(blocks, { orientation: 'landscape', foot: FOOT })))
    expect(pages.find((page) => page.includes('Lê Thị Thư'))).toContain('Ghi chú số 30:')
  }
})

test('W-24: a receipt with a mark is not broken', async () => {
  const table = {
    kind: 'table' as const,
    name: 'Phiếu',
    columns: [
      { title: 'Đội thi', kind: 'name' as const },
      ...['GK1', 'GK2', 'GK3', 'GK4', 'GK5'].map((title) => ({
        title,
        kind: 'short' as const,
        below: `Biên nhận ${title}`,
      })),
    ],
    rows: [
      {
        cells: [
          { content: longName.repeat(2) },
          ...['1284-7F3A', '1285-0D1C', '1286-AAAA', '1287-BBBB', '1288-CCCC'].map((receipt) => ({
            content: { number: '118.25', decimals: 2 },
            below: receipt,
            mark: '*†',
          })),
        ],
      },
    ],
    notes: [],
  }
  const [page] = pageTexts(await renderPdf(paperOf([table])))
  expect(page?.match(/\d{4}-[0-9A-F]{4}\*†/g)).toHaveLength(5)
})
