/** The printed rules: everything that a definition chooses is said, in both languages, and nothing else is. */
import { parseDefinition } from '@bang-diem/shared/contest/definition.ts'
import { presets } from '@bang-diem/shared/contest/presets/registry.ts'
import type { Rule } from '@bang-diem/shared/language/rule-sheet/rule.ts'
import { ruleSheet } from '@bang-diem/shared/language/rule-sheet/rule-sheet.ts'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyDefinition } from './random-contest.ts'
import { definitionOfThree } from './small-contest.ts'

type Language = Parameters<typeof ruleSheet>[1]

function textsOf(definition: unknown, language: Language): string[] {
  const parsed = parseDefinition(definition)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  const flat = (rule: Rule): string[] => [rule.text, rule.example ?? '', ...(rule.items ?? []).flatMap(flat)]
  const { stages } = ruleSheet(parsed.definition, language)
  return stages.flatMap(({ sections }) => sections.flatMap(({ rules }) => rules.flatMap(flat)))
}

describe('S-57: the rule sheet', () => {
  test('S-57: says every rule that is chosen, with the contest’s own names and a worked example', () => {
    const [stage] = definitionOfThree().stages
    const [round, ...others] = stage?.rounds ?? []
    const chosen = {
      ...definitionOfThree(),
      teams: definitionOfThree().teams.map((team) => ({ ...team, group: 'A' })),
      stages: [
        {
          ...stage,
          separately: 'group',
          rounds: [
            {
              ...round,
              judgeGroups: [
                { id: 'chuyen-mon', title: 'Chuyên môn', weight: '0.7', judges: ['gk1', 'gk2'] },
                { id: 'khan-gia', title: 'Khán giả', weight: '0.3', judges: ['gk3'] },
              ],
              outliers: { rule: 'clamp', limit: '1.5' },
              factor: { title: 'độ khó', min: '1', max: '3.5' },
              undertime: { points: '0.5' },
              time: { limitSeconds: 300, minimumSeconds: 240 },
            },
            ...others,
          ],
          rounding: [{ at: 'round', decimals: 1, mode: 'truncate' }],
          compare: 'exact',
          ranking: 'dense',
          tieBreaks: [{ by: 'part', round: 'chao-hoi', criteria: ['noi-dung'] }, { by: 'lot' }],
          reveal: 'ceremony',
        },
      ],
    }
    const vi = textsOf(chosen, 'vi').join('\n')
    for (const said of [
      'Chuyên môn (Giám khảo 1, Giám khảo 2), hệ số 0,7; Khán giả (Giám khảo 3), hệ số 0,3',
      'Điểm lệch quá 1,5 điểm so với trung bình chung được tính bằng đúng giới hạn đó.',
      '(tối đa 10), trung bình 8: tính',
      'Điểm được nhân với độ khó của từng đội, từ 1 đến 3,5.',
      'Thời gian quy định 5:00. Ít nhất 4:00.',
      'Thi ngắn hơn thời gian tối thiểu: trừ 0,5 điểm.',
      'Xếp hạng riêng trong từng bảng.',
      'Làm tròn điểm phần thi đến 1 chữ số thập phân, bỏ phần dư.',
      'Làm tròn tổng điểm đến 2 chữ số thập phân, nửa thì làm tròn lên.',
      'theo số chính xác',
      '1 – 2 – 2 – 3',
      'điểm các tiêu chí “Nội dung” (phần thi “Chào hỏi”) cao hơn',
      'Vẫn bằng nhau thì bốc thăm',
      'Điểm chỉ công bố tại lễ bế mạc.',
    ])
      expect(vi).toContain(said)
    expect(textsOf(chosen, 'en').join('\n')).toContain(
      'Points farther than 1.5 points from the mean of all count as that limit.',
    )
  })

  test('S-57: is whole for any contest, and writes numbers as its language does', () =>
    fc.assert(
      fc.property(anyDefinition, (definition) => {
        for (const text of textsOf(definition, 'vi')) expect(text).not.toMatch(/undefined|null|NaN|\d\.\d/)
        for (const text of textsOf(definition, 'en')) expect(text).not.toMatch(/undefined|null|NaN|\d,\d/)
      }),
      { numRuns: 100 },
    ))

  test.each(presets.map(({ id, definition }) => [id, definition] as const))(
    'S-57: of the preset %s is whole',
    (_id, definition) => {
      expect(textsOf(definition, 'vi').join('\n')).not.toMatch(/undefined|null|NaN/)
    },
  )
})
