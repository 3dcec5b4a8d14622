/** What the MC's desk says: the button, the rundown's lines, the picture of the screen. */

import { mcWords as en } from '@bang-diem/shared/language/en/console-mc.ts'
import { mcWords as vi } from '@bang-diem/shared/language/vi/console-mc.ts'
import type { CueEntry } from '@bang-diem/shared/views/show-entries.ts'
import { describe, expect, test } from 'vitest'
import { actOf } from '../../../mc-console/src/desks/mc/cue-words.ts'
import { groupsOf, statusOf } from '../../../mc-console/src/desks/mc/rundown-groups.ts'
import { pictureOf } from '../../../mc-console/src/desks/mc/scene-words.ts'
import { shownByHand } from '../../../mc-console/src/desks/mc/shown-by-hand.ts'
import { missingOfOne } from '../../../mc-console/src/parts/missing-words.ts'

const names = {
  contestTitle: 'Hội thi',
  team: (id: string) => (id === 'ea-ngai' ? 'Đảng bộ xã Ea Ngai' : id),
  shortTeam: (id: string) => (id === 'ea-ngai' ? 'Ea Ngai' : id),
  round: (id: string) => (id === 'chao-hoi' ? 'Màn chào hỏi' : id),
  stage: (id: string) => (id === 'chung-ket' ? 'Chung kết' : id),
  judge: (id: string) => `${id.toUpperCase()} Lan`,
  criterion: () => 'Nội dung',
  session: () => 'Buổi chiều',
  award: () => 'Giải phong cách',
  group: (_stage: string, category: string) => `Bảng ${category}`,
}
const inRound = { stage: 'chung-ket', round: 'chao-hoi' }
const ofTeam = (step: CueEntry['step'], team = 'ea-ngai'): CueEntry => ({
  ...inRound,
  team,
  step,
  id: `chao-hoi/${team}/${step}`,
})

describe('the big button says what it will do', () => {
  test.each([
    [{ ...inRound, id: 'chieu/session', step: 'session', session: 'chieu' } as const, 'Mở Buổi chiều'],
    [{ stage: 'chung-ket', id: 'chung-ket/phu/award', step: 'award', award: 'phu' } as const, 'Trao Giải phong cách'],
    [
      { stage: 'chung-ket', id: 'chung-ket/place/5', step: 'place', place: 5, within: 1, category: 'B' } as const,
      'Công bố vị trí thứ 1 · Bảng B',
    ],
    [ofTeam('intro'), 'Mời đội Ea Ngai – Màn chào hỏi'],
    [ofTeam('perform'), 'Bắt đầu phần thi, bấm giờ'],
    [ofTeam('marking'), 'Hết phần thi – chờ phiếu'],
    [ofTeam('score'), 'Công bố điểm Ea Ngai'],
    [{ ...inRound, id: 'chao-hoi/standings', step: 'standings' } as const, 'Hiện bảng điểm Màn chào hỏi'],
    [{ stage: 'chung-ket', id: 'chung-ket/place/3', step: 'place', place: 3 } as const, 'Công bố vị trí thứ 3'],
  ])('%o', (cue, words) => {
    expect(actOf(cue.id, cue, vi, names)).toBe(words)
  })

  test('a correction is understood from its id alone', () => {
    expect(actOf('chao-hoi/ea-ngai/correction', undefined, vi, names)).toBe('Đính chính điểm Ea Ngai – Màn chào hỏi')
    expect(actOf('chung-ket/correction', undefined, en, names)).toBe('Correct the standings of Chung kết')
  })

  test('who is missing is named, without the team that the button names already', () => {
    const missing = {
      round: 'chao-hoi',
      team: 'ea-ngai',
      judges: ['gk1', 'gk4'],
      criteria: [],
      time: true,
      factor: false,
    }
    const block = { code: 'sheets-missing', missing: [missing] }
    expect(missingOfOne(block, vi, names)).toBe('Chờ 2 phiếu: GK1 Lan, GK4 Lan · chưa ghi thời gian')
    expect(missingOfOne({ ...block, missing: [missing, missing] }, vi, names)).toBeNull()
    expect(missingOfOne({ code: 'not-certified', stage: 'chung-ket' }, vi, names)).toBeNull()
  })
})

describe('the rundown', () => {
  const rundown: CueEntry[] = [
    { stage: 'chung-ket', id: 'chung-ket/title', step: 'title' },
    { ...inRound, id: 'chao-hoi/line-up', step: 'line-up' },
    ofTeam('intro'),
    ofTeam('score'),
    ofTeam('intro', 'tay-dang'),
    { ...inRound, id: 'chao-hoi/standings', step: 'standings' },
    { stage: 'chung-ket', id: 'chung-ket/certify', step: 'certify' },
    ofTeam('correction'),
  ]

  test('has a group a round and a numbered line a team; corrections stand elsewhere', () => {
    const groups = groupsOf(rundown)
    expect(groups.map(({ round }) => round)).toEqual([undefined, 'chao-hoi', undefined])
    const lines = groups[1]?.lines.map((line) =>
      line.kind === 'team' ? [line.place, line.team, line.steps.length] : line.cue.step,
    )
    expect(lines).toEqual(['line-up', [1, 'ea-ngai', 2], [2, 'tay-dang', 1], 'standings'])
    expect(JSON.stringify(groups)).not.toContain('correction')
  })

  test('a cue stands at one status: what is on screen before everything else', () => {
    const marks = { taken: new Set(['a', 'b']), onAir: 'b', next: 'd', pending: new Set(['c']) }
    expect(['a', 'b', 'c', 'd', 'e'].map((cue) => statusOf(cue, marks))).toEqual([
      'taken',
      'on-air',
      'pending',
      'next',
      'later',
    ])
  })
})

describe('the picture of the screen', () => {
  test('shows a score only when it was announced', () => {
    const scene = { kind: 'score', round: 'chao-hoi', team: 'ea-ngai' } as const
    expect(pictureOf(scene, vi, names, () => undefined).line).toBe('Màn chào hỏi')
    expect(pictureOf(scene, vi, names, () => '17,25 điểm').line).toBe('Màn chào hỏi · 17,25 điểm')
  })

  test('scenes shown by hand have words, cues have none', () => {
    expect(shownByHand('show/stand-by', vi)).toBe('Màn hình chờ')
    expect(shownByHand('chao-hoi/ea-ngai/intro', vi)).toBeNull()
  })
})
