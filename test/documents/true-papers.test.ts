/** What papers must not say wrong: whose sheet it was, who was away, what counts and what does not. */
import { describe, expect, test } from 'vitest'
import { certify, change, deduct, play, reason, reopen, reopenStage, withdraw } from '../rules/acts.ts'
import { given, type Story } from '../rules/rulebook.ts'
import { created, definitionOfThree, oneRound } from '../rules/small-contest.ts'
import { paperOf, sectionOf, tablesOf, textsOf, writtenTable } from './reading.ts'

const people = 'I. Thành phần'
const course = 'II. Diễn biến'
const amendments = 'III. Sửa đổi sau khi đã ghi'
const ties = 'IV. Bằng điểm và cách phân định'

const played = (story: Story) => play(play(play(story, 'a', '8'), 'b', '9'), 'c', '6')
const minutesOf = (story: Story, language: 'vi' | 'en' = 'vi') => paperOf(story, 'minutes', { language })
const excuse = (story: Story, team: string, judge: string) =>
  story.when('secretary', { type: 'excuse', round: 'chao-hoi', team, judge, reason }).thenAccepted()

describe('whose sheet it was', () => {
  test('W-6: whoever gave a sheet is named and signs, also when somebody else sits in the seat since', () => {
    const story = play(given(created(oneRound())), 'a', '8')
    story.when('organiser', { type: 'replaceJudge', judge: 'gk2', name: 'Người Mới' }).thenAccepted()
    play(play(story, 'b', '9'), 'c', '6')
    change(story, 'a', '7')
    const paper = minutesOf(certify(story))
    expect(sectionOf(paper, people)).toContain('GK2 Giám khảo 2, Người Mới')
    expect(sectionOf(paper, amendments)[0]).toBe('GK2 Giám khảo 2, Đội A, Chào hỏi: 16,00 → 14,00')
    const signers = textsOf(paper)
    expect(signers.filter((text) => text === 'Giám khảo 2' || text === 'Người Mới')).toEqual([
      'Giám khảo 2',
      'Người Mới',
    ])
    expect(textsOf(paperOf(story, 'round-totals'))).toContain(
      'GK1 Giám khảo 1; GK2 Giám khảo 2, Người Mới; GK3 Giám khảo 3.',
    )
  })

  test('W-7: the appendix names whoever gave a sheet of a seat that somebody else has now', () => {
    const story = play(given(created(oneRound())), 'a', '8')
    story.when('organiser', { type: 'replaceJudge', judge: 'gk2', name: 'Người Mới' }).thenAccepted()
    certify(play(play(story, 'b', '9'), 'c', '6'))
    expect(textsOf(minutesOf(story))).toContain('GK2: phiếu của Đội A do Giám khảo 2 chấm.')
  })

  test('W-6: a former sheet from paper is told with the hands that it went through', () => {
    const story = given(created(oneRound())).take('chao-hoi/a/perform', 'chao-hoi/a/marking')
    const marks = { 'noi-dung': '8', 'hinh-thuc': '8' }
    const place = { round: 'chao-hoi', team: 'a' }
    story.submit('chao-hoi', 'a', { gk1: ['8', '8'], gk3: ['8', '8'] })
    story.when('secretary', { type: 'enterSheet', ...place, judge: 'gk2', marks, reason }).thenAccepted()
    story.when('judge:gk1', { type: 'approve', request: '1' }).thenAccepted()
    story.when('secretary', { type: 'recordTime', ...place, seconds: 300 }).thenAccepted()
    change(story, 'a', '9')
    certify(play(play(story, 'b', '9'), 'c', '6'))
    expect(sectionOf(minutesOf(story), amendments)).toContain(
      `Phiếu trước từ phiếu giấy: Tổ thư ký nhập, GK1 Giám khảo 1 đối chiếu. Đề nghị: GK2 Giám khảo 2; đồng ý: GK1 Giám khảo 1. Lý do: ${reason}`,
    )
  })
})

describe('who was there', () => {
  test('W-6: a judge who was away and came back is told with both times', () => {
    const story = given(created(oneRound()))
    story.when('organiser', { type: 'releaseJudge', judge: 'gk3', reason: 'việc gia đình' }).thenAccepted()
    story.when('organiser', { type: 'recallJudge', judge: 'gk3', reason: 'đã trở lại' }).thenAccepted()
    certify(played(story))
    expect(sectionOf(minutesOf(story), people).at(-1)).toMatch(
      /^GK3 Giám khảo 3 vắng từ \d\d:\d\d ngày .* đến \d\d:\d\d ngày .*: việc gia đình$/,
    )
  })

  test('W-6: it is not said that everybody was marked where a team has left', () => {
    const all = 'Tất cả giám khảo chấm đủ các đội.'
    expect(sectionOf(minutesOf(certify(played(given(created(oneRound()))))), people)).toContain(all)
    const story = play(play(given(created(oneRound())), 'a', '8'), 'b', '9')
    expect(sectionOf(minutesOf(certify(withdraw(story, 'c'))), people)).not.toContain(all)
  })

  test('W-6: where a contest has no head judge none signs, and it was the organisers who decided', () => {
    const { judges, ...rest } = oneRound({ stage: { tieBreaks: [{ by: 'decision' }] } })
    const headless = { ...rest, judges: judges.map(({ id, name }) => ({ id, name })) }
    const story = play(play(play(given(created(headless)), 'a', '8'), 'b', '8'), 'c', '6')
    story.when('organiser', { type: 'breakTie', stage: 'chung-ket', teams: ['b', 'a'], reason }).thenAccepted()
    story.when('organiser', { type: 'certify', stage: 'chung-ket' }).thenAccepted()
    const paper = minutesOf(story)
    expect(sectionOf(paper, ties)).toContain(`Ban Tổ chức quyết định thứ tự Đội B, Đội A: ${reason}`)
    expect(textsOf(paper)).not.toContain('TRƯỞNG BAN GIÁM KHẢO')
    expect(textsOf(paperOf(story, 'round-totals'))).not.toContain('TRƯỞNG BAN GIÁM KHẢO')
  })
})

describe('what counts', () => {
  test('W-6: points of a team that left are told all the same', () => {
    const story = deduct(played(given(created(oneRound()))), 'c', '0.5')
    certify(withdraw(story, 'c'))
    expect(sectionOf(minutesOf(story), course)).toContain(`Đội C, Chào hỏi: trừ 0,50 điểm, ${reason}`)
  })

  test('W-6: a decision about teams that are no longer equal is told as one that is not used', () => {
    const story = given(created(oneRound({ stage: { tieBreaks: [{ by: 'decision' }] } })))
    play(play(play(story, 'a', '8'), 'b', '8'), 'c', '6')
    story.when('judge:gk1', { type: 'breakTie', stage: 'chung-ket', teams: ['b', 'a'], reason }).thenAccepted()
    certify(change(story, 'b', '7'))
    expect(sectionOf(minutesOf(story), ties)).toEqual([
      `Trưởng Ban Giám khảo quyết định thứ tự Đội B, Đội A: ${reason} (các đội không còn bằng nhau, không dùng đến)`,
    ])
  })

  test('W-9: a sheet that is open again is not printed; one that does not count says so', () => {
    const story = excuse(reopen(played(given(created(oneRound()))), 'a'), 'a', 'gk2')
    excuse(story, 'b', 'gk3')
    expect(paperOf(story, 'score-sheets', { team: 'a', judge: 'gk2' }).leaves).toEqual([])
    expect(textsOf(paperOf(story, 'score-sheets', { team: 'b', judge: 'gk3' }))).toContain(
      `Phiếu này không tính, giám khảo không chấm đội này: ${reason}.`,
    )
    certify(withdraw(story, 'c'))
    expect(textsOf(paperOf(story, 'score-sheets', { team: 'c', judge: 'gk1' }))).toContain(
      'Phiếu này không tính: đội không còn dự thi.',
    )
    const minutes = minutesOf(story)
    expect(sectionOf(minutes, amendments)[0]).toBe('GK2 Giám khảo 2, Đội A, Chào hỏi: 16,00 → không chấm')
    const sheets = tablesOf(minutes).at(-1)
    expect(sheets?.notes).toContain('Điểm gạch ngang: phiếu không tính.')
    expect(sheets && writtenTable(sheets)[1]?.[2]).toBe('–')
  })
})

describe('awards', () => {
  const categories = definitionOfThree().teams.map((team, index) => ({ ...team, category: index < 2 ? 'Nam' : 'Nữ' }))

  test('W-8: where categories are ranked separately the list says which', () => {
    const stage = { separately: 'category' as const, awards: [{ title: 'Giải Nhất', places: 1 }] }
    const story = certify(played(given(created(oneRound({ teams: categories, stage })))))
    const [list] = tablesOf(paperOf(story, 'awards')).map(writtenTable)
    expect(list).toEqual([
      ['TT', 'Giải', 'Đội thi', 'Bảng', 'Hạng', 'Tổng điểm'],
      ['1', 'Giải Nhất', 'Đội C', 'Nữ', '1', '12,00'],
      ['2', 'Giải Nhất', 'Đội B', 'Nam', '1', '18,00'],
    ])
    const prizes = tablesOf(minutesOf(story)).map(writtenTable)[1]
    expect(prizes?.[1]).toEqual(['Giải Nhất', 'Đội B (Nam); Đội C (Nữ)'])
  })

  test('W-5: what was picked by hand since the former version is among what has changed', () => {
    const side = { id: 'yeu-thich', title: 'Khán giả yêu thích', by: 'picked' as const }
    const story = certify(reopenStage(certify(played(given(created(oneRound({ stage: { awards: [side] } })))))))
    story
      .when('organiser', { type: 'giveAward', stage: 'chung-ket', award: 'yeu-thich', team: 'c', reason })
      .thenAccepted()
    expect(sectionOf(paperOf(story, 'awards'), 'Thay đổi so với phiên bản 1')).toContain(
      'Đội C: thêm Khán giả yêu thích',
    )
  })
})
