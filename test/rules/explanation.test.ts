/** The derivation of a place as people read it. */
import { lookupsOf } from '@bang-diem/shared/contest/lookups.ts'
import { explanation } from '@bang-diem/shared/language/explanation.ts'
import { definitionOf } from '@bang-diem/shared/ledger/state.ts'
import { deskStandings } from '@bang-diem/shared/views/standings.ts'
import { expect, test } from 'vitest'
import { given, type Story } from './rulebook.ts'
import { created, definitionOfThree } from './small-contest.ts'

function marked(): Story {
  const story = given(created(definitionOfThree()))
  story.take('chao-hoi/a/perform', 'chao-hoi/a/marking')
  story.when('secretary', { type: 'recordTime', round: 'chao-hoi', team: 'a', seconds: 365 }).thenAccepted()
  story.when('secretary', { type: 'excuse', round: 'chao-hoi', team: 'a', judge: 'gk3', reason: 'vắng' }).thenAccepted()
  return story.submit('chao-hoi', 'a', { gk1: ['8.5', '9'], gk2: ['8', '8.25'] })
}

function told(story: Story, language: 'vi' | 'en') {
  const definition = definitionOf(story.state)
  const stage = lookupsOf(definition).stages.get('chung-ket')
  const row = stage && deskStandings(story.state, stage).find(({ team }) => team === 'a')
  if (!row) throw new Error('no such row')
  return explanation(definition, row, language)
}

test('S-33: in words, round by round: what each judge gave, what it comes to, who did not mark, and the place', () => {
  expect(told(marked(), 'vi')).toEqual({
    team: 'Đội A',
    parts: [
      {
        title: 'Chào hỏi',
        lines: [
          { text: 'Giám khảo 1: 17,50', isDetail: true },
          { text: 'Giám khảo 2: 16,25', isDetail: true },
          { text: 'Điểm trung bình (2/2 phiếu): 16,88', isDetail: true },
          { text: 'Điểm giám khảo: 16,88', isDetail: false },
          { text: 'Cộng: 16,88', isDetail: false },
          { text: 'Trừ điểm, quá giờ 65 giây: -1,00', isDetail: false },
          { text: 'Điểm phần thi Chào hỏi: 15,88', isDetail: false },
          { text: 'Vào tổng điểm: 15,88', isDetail: false },
          { text: 'Giám khảo 3: không chấm (vắng)', isDetail: true },
        ],
      },
      { title: 'Tiểu phẩm', lines: [{ text: 'Tiểu phẩm: chưa có điểm', isDetail: false }] },
    ],
  })
})

test('S-33: in both languages with the same figures', () => {
  const story = marked()
  const figures = (language: 'vi' | 'en') =>
    told(story, language).parts.map(({ lines }) =>
      lines.map(({ text }) => text.replace(/,(?=\d)/g, '.').match(/-?\d+(?:\.\d+)?/g)),
    )
  expect(figures('vi')).toEqual(figures('en'))
})
