/** Texts as people, spreadsheets and mischief write them, and the small values of a definition. */
import type { Dice } from '../oracle/dice.ts'

/** Whatever could be taken for something else on its way through a cell. */
const awkward = [
  'Giải Nhất; Nhì, Ba',
  'Đội “Sao Mai”',
  '"trong ngoặc kép"',
  'nói "đùa" một chút',
  'a=b; c=d',
  'tiêu đề: phụ đề',
  'hai\ndòng',
  'ba\r\ndòng',
  'có\ttab',
  '=1+1',
  '@tên',
  '+84 912 345 678',
  '007',
  '1/2',
  '14/10/2026',
  '9,5',
  'TRUE',
  'có',
  'tất cả',
  'all',
  '#REF!',
  '_x0041_',
  '_x005F_x0041_',
  '<b>&amp;</b>',
  ']]>',
  'ký tự \u0001 lạ',
  'nửa \ud83c cặp',
  '🏆 Cúp 🇻🇳',
  'Trần Thị Ánh Nguyệt',
  'mean; over=criterion',
  '-',
  '👩‍👧 gia đình',
  'nbsp\u00a0ở giữa',
  '\u{1fffe}cuối bảng\ufffe',
]

export function textOf(dice: Dice, fallback: string, longest: number): string {
  const text = dice.chance(0.35) ? dice.pick(awkward) : fallback
  return text.trim().slice(0, longest).trim() || fallback.slice(0, longest)
}

/** Digits as people write them, some with zeros behind. */
export function pointsOf(dice: Dice): string {
  return dice.pick(['1', '2', '10', '0.5', '0.25', '1.50', '3.000', '0.333333', '123456789.123456', '0.000001', '7.1'])
}

export function dayOf(dice: Dice): string {
  return dice.pick(['2026-10-14', '2024-02-29', '1999-12-31', '2100-01-01', '1899-06-01', '0001-01-01'])
}

const words = ['chao', 'hoi', 'kien', 'thuc', 'tieu', 'pham', '2026', 'a', 'vong', 'bang']

/** An id that nobody has yet. */
export function idOf(dice: Dice, taken: Set<string>): string {
  for (;;) {
    const id = dice.chance(0.05) ? dice.pick(['all', 'true', '1', '-', 'x']) : `${dice.pick(words)}-${dice.below(1000)}`
    if (taken.has(id)) continue
    taken.add(id)
    return id
  }
}
