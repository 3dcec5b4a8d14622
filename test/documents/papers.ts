/** Papers to set, and the contests that their letterheads are made from. */

import { letterheads } from '@bang-diem/server/documents/letterheads/registry.ts'
import type { Block, Cell, Paper, Signature, Table } from '@bang-diem/server/documents/paper.ts'
import { type Definition, type DefinitionInput, parseDefinition } from '@bang-diem/shared/contest/definition.ts'
import type { LetterheadId } from '@bang-diem/shared/contest/letterheads.ts'

export const longName = 'Liên quân Đoàn Công an huyện và các chi đoàn cơ sở'

export const figure = (number: string, decimals = 2): Cell => ({ content: { number, decimals } })

export function paperOf(blocks: readonly Block[], more: Partial<Paper> & { letterhead?: LetterheadId } = {}): Paper {
  const { letterhead = 'state', ...others } = more
  return {
    language: 'vi',
    title: 'Biên bản',
    orientation: 'portrait',
    style: letterheads[letterhead].style,
    leaves: [{ blocks }],
    numbered: true,
    foot: '',
    ...others,
  }
}

/** Rows of a place, a long name, so many judges and five figures more. */
export function totals(teams: number, judges: number): Table {
  const figures = [...Array.from({ length: judges }, (_, judge) => `GK${judge + 1}`), ...sums]
  return {
    kind: 'table',
    name: 'Tổng hợp',
    columns: [
      { title: 'TT', kind: 'place' },
      { title: 'Đội thi', kind: 'name' },
      ...figures.map((title) => ({ title, kind: 'figure' }) as const),
    ],
    rows: Array.from({ length: teams }, (_, team) => ({
      cells: [figure(String(team + 1), 0), { content: longName }, ...figures.map(() => figure('118.25'))],
    })),
    notes: ['* Quá giờ 45 giây, trừ 0,5 điểm.'],
  }
}

const sums = ['Trung bình', 'Điểm trừ', 'Điểm thưởng', 'Điểm phần thi', 'Tổng điểm']

export function signature(title: string, name: string): Signature {
  return { title, hint: '(Ký, ghi rõ họ tên)', name }
}

export function contest(papers: DefinitionInput['papers'], more: Partial<DefinitionInput> = {}): Definition {
  const criterion = { id: 'content', title: 'Nội dung', scale: { max: '10' } }
  const parsed = parseDefinition({
    format: 1,
    id: 'dan-van-kheo',
    title: 'Hội thi Dân vận khéo',
    teams: [{ id: 'a', name: longName }],
    judges: [{ id: 'gk1', name: 'Nguyễn Thị Hoàng Oanh', head: true }],
    stages: [
      {
        id: 'final',
        title: 'Chung kết',
        rounds: [{ id: 'skit', title: 'Tiểu phẩm', maximum: '10', criteria: [criterion] }],
      },
    ],
    papers,
    ...more,
  })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.definition
}
