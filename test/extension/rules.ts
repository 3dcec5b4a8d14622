/**
 * The made-up rules, and what must come of each: worked out by hand, and in words that stand nowhere else, so that neither can follow the
 * engine by accident.
 */
import { contestWith } from './contest.ts'
import { borda } from './made-up/borda.ts'
import { flat } from './made-up/flat.ts'
import { midrange } from './made-up/midrange.ts'
import { sheetsFrom } from './made-up/sheets-from.ts'
import type { Question } from './question.ts'

interface Both {
  readonly vi: readonly string[]
  readonly en: readonly string[]
}

export interface MadeUpRule {
  readonly kind: string
  /** The registry's folder under `shared/src/scoring`, the entry's file and what it exports. */
  readonly folder: string
  readonly file: string
  readonly name: string
  readonly question: Question
  /** Where the definition chooses it, and the parameter that is spoiled there. */
  readonly path: string
  readonly spoiled: string
  readonly parameters: readonly string[]
  readonly ruleSheet: Both
  readonly table: readonly string[]
  readonly explained: Both
}

const inTime = { a: 300, b: 280, c: 260 }

const combining: MadeUpRule = {
  kind: 'combining method',
  folder: 'combine',
  file: 'midrange.ts',
  name: 'midrange',
  path: 'stages[0].rounds[0].combine',
  spoiled: 'highestCounts',
  parameters: ['method', 'over', 'highestCounts'],
  question: {
    key: 'method',
    id: midrange.id,
    definition: contestWith({ round: { combine: { method: 'midrange', highestCounts: 3 } } }),
    spoiled: contestWith({ round: { combine: { method: 'midrange', highestCounts: 0 } } }),
    marks: { a: ['9', '8', '8.5', '9.25', '7'], b: ['8', '8', '8', '8', '8'], c: ['9.5', '9', '9', '9', '3'] },
    seconds: inTime,
  },
  ruleSheet: {
    vi: [
      'Lấy trung bình của điểm cao nhất (tính 3 lần) và điểm thấp nhất, tính trên điểm từng phiếu.',
      '(9) · (8) · (8,5) · 9,25 · 7 → 8,6875',
    ],
    en: [
      "The mean of the highest (counted 3×) and the lowest of the judges' points, over whole sheets.",
      '(9) · (8) · (8.5) · 9.25 · 7 → 8.6875',
    ],
  },
  // (3 × 9.25 + 7) ÷ 4, 8, (3 × 9.5 + 3) ÷ 4
  table: ['1 a 8.69', '2 b 8.00', '3 c 7.88'],
  explained: {
    vi: ['a · Giám khảo 1: 9,00 (không tính)', 'a · Giữa điểm cao nhất và điểm thấp nhất (2/5 phiếu): 8,69'],
    en: ['a · Giám khảo 1: 9.00 (left out)', 'a · Between the highest and the lowest (2 of 5 sheets): 8.69'],
  },
}

const tieBreaking: MadeUpRule = {
  kind: 'tie-break',
  folder: 'tie-breaks',
  file: 'sheets-from.ts',
  name: 'sheetsFrom',
  path: 'stages[0].tieBreaks[0]',
  spoiled: 'from',
  parameters: ['by', 'from'],
  question: {
    key: 'by',
    id: sheetsFrom.id,
    definition: contestWith({ stage: { tieBreaks: [{ by: 'sheets-from', from: '8.75' }] } }),
    spoiled: contestWith({ stage: { tieBreaks: [{ by: 'sheets-from', from: 'many' }] } }),
    // All have 42 points; from 8.75 on A has 1 sheet, B 3 and C 2.
    marks: { a: ['9', '8.5', '8.5', '8', '8'], b: ['9', '9', '9', '8', '7'], c: ['9', '9', '8', '8', '8'] },
    seconds: inTime,
  },
  ruleSheet: {
    vi: [
      'Bằng tổng điểm thì đội có nhiều phiếu được 8,75 điểm hoặc tốt hơn xếp trên.',
      'Hai đội A, B cùng 86,50; A: 3, B: 2 → A xếp trên.',
    ],
    en: [
      'Equal totals: more sheets of 8.75 points or better go first.',
      'A and B both have 86.50; A: 3, B: 2 → A goes first.',
    ],
  },
  table: ['1 b 8.40', '2 c 8.40', '3 a 8.40'],
  explained: {
    vi: ['b · Bằng điểm. Nhiều phiếu điểm tốt hơn: 3', 'a · Bằng điểm. Nhiều phiếu điểm tốt hơn: 1'],
    en: ['b · Equal totals. By good sheets: 3', 'a · Equal totals. By good sheets: 1'],
  },
}

const overtime: MadeUpRule = {
  kind: 'overtime rule',
  folder: 'overtime',
  file: 'flat.ts',
  name: 'flat',
  path: 'stages[0].rounds[0].overtime',
  spoiled: 'points',
  parameters: ['rule', 'points', 'graceSeconds'],
  question: {
    key: 'rule',
    id: flat.id,
    definition: contestWith({ round: { overtime: { rule: 'flat', points: '0.75', graceSeconds: 60 } } }),
    spoiled: contestWith({ round: { overtime: { rule: 'flat', points: '0', graceSeconds: 60 } } }),
    marks: { a: ['9', '9', '9', '9', '9'], b: ['9', '9', '8', '9', '9'], c: ['8', '8', '8', '8', '8'] },
    // Over by 200 s, by 60 s and not at all.
    seconds: { a: 500, b: 360, c: 260 },
  },
  ruleSheet: {
    vi: [
      'Quá giờ thì trừ 0,75 điểm một lần, dù quá bao lâu; quá đến 60 giây thì không trừ.',
      'Điểm trừ khi quá 59 s: 0; 60 s: 0; 90 s: 0,75; 120 s: 0,75.',
    ],
    en: [
      '0.75 off once for overtime, however long; nothing up to 60 s.',
      'Points off for 59 s: 0; 60 s: 0; 90 s: 0.75; 120 s: 0.75.',
    ],
  },
  table: ['1 b 8.80', '2 a 8.25', '3 c 8.00'],
  explained: {
    vi: ['a · Trừ điểm, quá giờ 200 giây: -0,75'],
    en: ['a · Deduction, 200 s over time: -0.75'],
  },
}

const placing: MadeUpRule = {
  kind: 'placing method',
  folder: 'placing',
  file: 'borda.ts',
  name: 'borda',
  path: 'stages[0].placing',
  spoiled: 'forLast',
  parameters: ['method', 'of', 'forLast', 'shared', 'better'],
  question: {
    key: 'method',
    id: borda.id,
    definition: contestWith({ stage: { placing: { method: 'borda', forLast: '0.5' } } }),
    spoiled: contestWith({ stage: { placing: { method: 'borda', forLast: -1 } } }),
    // Ranks of A: 1 1 1 3 3, of B: 2 2 2 1.5 1, of C: 3 3 3 1.5 2. A has fewer points from the judges than B.
    marks: { a: ['8', '8', '8', '2', '2'], b: ['7', '7', '7', '9', '9'], c: ['6', '6', '6', '9', '8'] },
    seconds: inTime,
  },
  ruleSheet: {
    vi: [
      'Trong mỗi phần thi, mỗi giám khảo xếp hạng các đội từ điểm cao xuống điểm thấp; bằng nhau thì chia đều thứ hạng. ' +
        'Hạng cuối được 0,5 điểm, mỗi hạng trên đó thêm 1; cộng lại, tổng cao hơn xếp trên.',
      'Ba đội: 2,5 · 1,5 · 0,5 điểm.',
    ],
    en: [
      'In each round each judge ranks the teams from the highest down; equals share the mean of their places. ' +
        'The last rank gives 0.5, each rank above it 1 more; they are added up, the higher total goes first.',
      'Three teams: 2.5 · 1.5 · 0.5 points.',
    ],
  },
  // With 3.5 points less its rank from each of five judges: 17.5 − 9, 17.5 − 8.5, 17.5 − 12.5
  table: ['1 b 9.00', '2 a 8.50', '3 c 5.00'],
  explained: {
    vi: ['b · Giám khảo 5: hạng 1 (2,5 điểm)', 'b · Điểm Borda: 9', 'b · Tổng điểm: 9,00'],
    en: ['b · Giám khảo 5: rank 1 (2.5 points)', 'b · Borda points: 9', 'b · Total: 9.00'],
  },
}

export const madeUpRules: readonly MadeUpRule[] = [combining, tieBreaking, overtime, placing]
