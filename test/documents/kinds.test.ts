/** What each paper says, from the facts alone. */
import { describe, expect, test } from 'vitest'
import { certify, change, deduct, play, reason, reopenStage } from '../rules/acts.ts'
import { given, type Story } from '../rules/rulebook.ts'
import { created, definitionOfThree, oneRound } from '../rules/small-contest.ts'
import { lacksOf, paperOf, sectionOf, tablesOf, textsOf, writtenTable } from './reading.ts'

const awards = [
  { title: 'Giải Nhất', places: 1 },
  { title: 'Giải Nhì', places: 1 },
  { title: 'Giải Ba', places: 1 },
]

/** Three teams have played: a 17,00 · b 17,50 after a deduction of 0,50 · c 12,00. */
function played(changes: Parameters<typeof oneRound>[0] = {}): Story {
  const story = given(created(oneRound(changes)))
  play(story, 'a', ['8', '8.5', '9'])
  deduct(play(story, 'b', '9'), 'b', '0.5')
  return play(story, 'c', '6')
}

const totals = (story: Story) => tablesOf(paperOf(story, 'round-totals', { round: 'chao-hoi' })).map(writtenTable)[0]

describe('the totals of a round', () => {
  test('W-3: a row a team in running order: what each judge gave, what it comes to, what was taken, the score', () => {
    expect(totals(played())).toEqual([
      ['TT', 'Đội thi', 'GK1', 'GK2', 'GK3', 'Điểm giám khảo', 'Điểm trừ', 'Điểm phần thi'],
      ['1', 'Đội A', '16,00', '17,00', '18,00', '17,00', '', '17,00'],
      ['2', 'Đội B', '18,00', '18,00', '18,00', '18,00', '0,50', '17,50'],
      ['3', 'Đội C', '12,00', '12,00', '12,00', '12,00', '', '12,00'],
    ])
  })

  test('W-3: a mark that does not count is struck, and who did not mark is a dash with the reason below', () => {
    const { stages, ...rest } = oneRound()
    const trimmed = stages.map((stage) => ({
      ...stage,
      rounds: stage.rounds.map((round) => ({ ...round, combine: { method: 'trimmed-mean' as const } })),
    }))
    const story = play(given(created({ ...rest, stages: trimmed })), 'a', ['8', '8.5', '9'])
    story.take('chao-hoi/b/perform', 'chao-hoi/b/marking')
    story.submit('chao-hoi', 'b', { gk1: ['8', '8'], gk2: ['9', '9'] })
    story
      .when('secretary', { type: 'excuse', round: 'chao-hoi', team: 'b', judge: 'gk3', reason: 'cùng đơn vị' })
      .thenAccepted()
    story.when('secretary', { type: 'recordTime', round: 'chao-hoi', team: 'b', seconds: 425 }).thenAccepted()
    play(story, 'c', '7')
    const paper = paperOf(story, 'round-totals')
    expect(writtenTable(tablesOf(paper)[0] ?? { columns: [], rows: [], kind: 'table', name: '', notes: [] })).toEqual([
      ['TT', 'Đội thi', 'GK1', 'GK2', 'GK3', 'Điểm giám khảo', 'Điểm trừ', 'Điểm phần thi'],
      ['1', 'Đội A', '~16,00~', '17,00', '~18,00~', '17,00', '', '17,00'],
      ['2', 'Đội B', '16,00', '18,00', '–', '17,00', '2,00', '15,00'],
      ['3', 'Đội C', '~14,00~', '14,00', '~14,00~', '14,00', '', '14,00'],
    ])
    expect(textsOf(paper)).toContain('– GK3 Giám khảo 3 không chấm Đội B: cùng đơn vị.')
    expect(textsOf(paper)).toContain('Đội B: trừ 2,00, quá giờ 125 giây.')
  })

  test('W-4: is not made while a sheet is missing, and says which', () => {
    const story = play(given(created(oneRound())), 'a', '8')
    story.take('chao-hoi/b/perform', 'chao-hoi/b/marking')
    story.submit('chao-hoi', 'b', { gk1: ['8', '8'] })
    expect(lacksOf(story, 'round-totals')).toMatchObject([
      { code: 'sheets-missing', missing: [{ team: 'b', judges: ['gk2', 'gk3'] }, { team: 'c' }] },
    ])
    expect(lacksOf(story, 'score-sheets')).toMatchObject([
      { code: 'sheets-missing', missing: [{ team: 'b', judges: ['gk2', 'gk3'] }, { team: 'c' }] },
    ])
    expect(lacksOf(story, 'score-sheets', { team: 'b', judge: 'gk1' })).toEqual([])
    expect(lacksOf(story, 'minutes').map(({ code }) => code)).toEqual(['sheets-missing', 'not-certified'])
  })
})

describe('the foot of a paper', () => {
  test('W-5: carries version and head once certified; before that it says that nothing is certified', () => {
    const story = played()
    expect(paperOf(story, 'summary').foot).toMatch(/^Chưa xác nhận kết quả · sổ ghi đến \d+-[0-9A-F]{16} · in lúc/)
    certify(story)
    const { number, hash } = story.state.head
    expect(paperOf(story, 'summary').foot).toContain('Phiên bản 1 · kết quả xác nhận lúc')
    expect(paperOf(story, 'summary').foot).toContain(`${number}-${hash.slice(0, 16).toUpperCase()}`)
    expect(textsOf(paperOf(story, 'minutes')).join()).toContain(hash)
  })

  test('W-5: after the stage was reopened papers carry the next version and say what changed', () => {
    const story = reopenStage(certify(played({ stage: { awards } })))
    expect(paperOf(story, 'summary').foot).toContain('Phiên bản 2, chưa xác nhận (đã mở lại sau phiên bản 1)')
    certify(change(story, 'a', '9.5'))
    const paper = paperOf(story, 'minutes')
    expect(paper.foot).toContain('Phiên bản 2 · kết quả xác nhận lúc')
    expect(sectionOf(paper, 'Thay đổi so với phiên bản 1').slice(1, 3)).toEqual([
      'Đội A: hạng 2 → 1; tổng điểm 17,00 → 17,67; Chào hỏi 17,00 → 17,67; giải thưởng: Giải Nhì → Giải Nhất',
      'Đội B: hạng 1 → 2; giải thưởng: Giải Nhất → Giải Nhì',
    ])
    expect(sectionOf(paperOf(story, 'awards'), 'Thay đổi so với phiên bản 1')).toHaveLength(3)
  })
})

describe('the minutes', () => {
  test('W-6: tell who was there and who did not mark, what happened, what was amended and by whose hands, ties, ranking and awards', () => {
    const story = played({
      stage: { awards },
      venue: 'Hội trường xã',
      papers: { secretary: 'Lê Thị Thư', chair: 'Trần Trưởng Ban' },
    })
    story.when('secretary', { type: 'note', text: 'Mất điện 5 phút' }).thenAccepted()
    certify(change(story, 'a', '9'))
    const paper = paperOf(story, 'minutes')
    expect(sectionOf(paper, 'I. Thành phần')).toContain('GK1 Giám khảo 1, Trưởng Ban Giám khảo')
    expect(sectionOf(paper, 'I. Thành phần')).toContain('Tổ thư ký: Lê Thị Thư')
    const course = sectionOf(paper, 'II. Diễn biến')
    expect(course[0]).toContain('Mất điện 5 phút')
    expect(course).toContain(`Đội B, Chào hỏi: trừ 0,50 điểm, ${reason}`)
    expect(sectionOf(paper, 'III. Sửa đổi sau khi đã ghi')).toEqual([
      'GK2 Giám khảo 2, Đội A, Chào hỏi: 17,00 → 18,00',
      `Đề nghị: GK2 Giám khảo 2; đồng ý: GK1 Giám khảo 1. Lý do: ${reason}`,
    ])
    expect(sectionOf(paper, 'IV. Bằng điểm và cách phân định')).toEqual(['Không có đội nào bằng điểm phải phân định.'])
    const [ranking, prizes] = tablesOf(paper).map(writtenTable)
    expect(ranking).toEqual([
      ['Hạng', 'Đội thi', 'Chào hỏi', 'Tổng điểm', 'Giải'],
      ['1', 'Đội B', '17,50', '17,50', 'Giải Nhất'],
      ['2', 'Đội A', '17,33', '17,33', 'Giải Nhì'],
      ['3', 'Đội C', '12,00', '12,00', 'Giải Ba'],
    ])
    expect(prizes?.slice(1)).toEqual([
      ['Giải Nhất', 'Đội B'],
      ['Giải Nhì', 'Đội A'],
      ['Giải Ba', 'Đội C'],
    ])
    const signers = textsOf(paper).slice(textsOf(paper).indexOf('TỔ THƯ KÝ'))
    expect(signers.slice(0, 4)).toEqual(['TỔ THƯ KÝ', 'Lê Thị Thư', 'TRƯỞNG BAN GIÁM KHẢO', 'Giám khảo 1'])
    expect(signers).toContain('Trần Trưởng Ban')
  })

  test('W-6: tell how equal totals were decided', () => {
    const story = given(created(oneRound({ stage: { tieBreaks: [{ by: 'decision' }] } })))
    play(play(play(story, 'a', '8'), 'b', '8'), 'c', '6')
    story
      .when('judge:gk1', { type: 'breakTie', stage: 'chung-ket', teams: ['b', 'a'], reason: 'nội dung tốt hơn' })
      .thenAccepted()
    certify(story)
    expect(sectionOf(paperOf(story, 'minutes'), 'IV. Bằng điểm và cách phân định')).toContain(
      'Trưởng Ban Giám khảo quyết định thứ tự Đội B, Đội A: nội dung tốt hơn',
    )
  })

  test('W-6: points of a tie-break question stand in the order of the teams, whoever was asked first', () => {
    const tieBreaks = [{ by: 'question', question: 'phu', maximum: '10' } as const]
    const story = given(created(oneRound({ stage: { tieBreaks } })))
    play(play(play(story, 'a', '8'), 'b', '8'), 'c', '6')
    for (const [team, points] of [
      ['b', '7.5'],
      ['a', '4'],
    ] as const) {
      story
        .when('secretary', { type: 'tallyQuestion', stage: 'chung-ket', question: 'phu', team, points })
        .thenAccepted()
    }
    certify(story)
    expect(sectionOf(paperOf(story, 'minutes'), 'IV. Bằng điểm và cách phân định')).toContain(
      'Câu hỏi phụ phu: Đội A 4; Đội B 7,5',
    )
  })

  test('W-7: the appendix lists every sheet with its receipt, as the phone shows it', () => {
    const story = certify(played())
    const sheets = tablesOf(paperOf(story, 'minutes')).at(-1)
    const rows = sheets ? writtenTable(sheets) : []
    const receipts = ['gk1', 'gk2', 'gk3'].map((judge) => {
      const entry = story.sees('desk', `sheet/chao-hoi/a/${judge}`)
      return entry instanceof Object ? Reflect.get(entry, 'receipt') : undefined
    })
    expect(rows.slice(0, 2)).toEqual([
      ['Đội thi', 'GK1', 'GK2', 'GK3'],
      ['Đội A', `16,00\n${receipts[0]}`, `17,00\n${receipts[1]}`, `18,00\n${receipts[2]}`],
    ])
    expect(rows).toHaveLength(4)
  })
})

describe('the list of awards', () => {
  test('W-8: begins with side awards and goes from the lowest award of the main list up to the first', () => {
    const side = { id: 'yeu-thich', title: 'Khán giả yêu thích', by: 'picked' as const }
    const story = certify(played({ stage: { awards: [...awards, side] } }))
    story
      .when('organiser', { type: 'giveAward', stage: 'chung-ket', award: 'yeu-thich', team: 'c', reason })
      .thenAccepted()
    const [list] = tablesOf(paperOf(story, 'awards')).map(writtenTable)
    expect(list?.slice(1)).toEqual([
      ['1', 'Khán giả yêu thích', 'Đội C', '3', '12,00'],
      ['2', 'Giải Ba', 'Đội C', '3', '12,00'],
      ['3', 'Giải Nhì', 'Đội A', '2', '17,00'],
      ['4', 'Giải Nhất', 'Đội B', '1', '17,50'],
    ])
  })
})

describe('sheets on paper', () => {
  test('W-9: a blank one for each team and judge who marks it, with a code that leads to where it is entered', () => {
    const story = given(created(definitionOfThree()))
    story.when('secretary', { type: 'excuse', round: 'chao-hoi', team: 'b', judge: 'gk3', reason }).thenAccepted()
    const { leaves } = paperOf(story, 'score-sheets-blank', { round: 'chao-hoi' })
    expect(leaves).toHaveLength(8)
    const texts = textsOf(paperOf(story, 'score-sheets-blank', { round: 'chao-hoi', team: 'a', judge: 'gk2' }))
    expect(texts.join()).toContain(encodeURIComponent('chao-hoi/a/gk2'))
    expect(texts).toContain('Đội thi: Đội A')
    expect(texts).toContain('Giám khảo: GK2 – Giám khảo 2')
  })

  test('W-9: a filled one has the marks, their sum, the receipt, and the hands that it went through', () => {
    const story = change(play(given(created(oneRound())), 'a', '8'), 'a', '9')
    const paper = paperOf(story, 'score-sheets', { team: 'a', judge: 'gk2' })
    expect(tablesOf(paper).map(writtenTable)[0]).toEqual([
      ['TT', 'Tiêu chí', 'Tối đa', 'Bước', 'Điểm chấm'],
      ['1', 'Nội dung', '10', '0,25', '9,00'],
      ['2', 'Hình thức', '10', '0,25', '9,00'],
      ['', 'Cộng', '20', '', '18,00'],
    ])
    expect(textsOf(paper).join()).toMatch(/Biên nhận \d+-[0-9A-F]{4}/)
    expect(textsOf(paper)).toContain('Phiếu đã sửa lần 1; phiếu trước được giữ trong biên bản.')
  })

  test('W-9: cards carry the links that they were asked for with, and no others', () => {
    const story = given(created(definitionOfThree()))
    const links = new Map([['gk2', 'http://192.168.1.10:8080/judge/#abc']])
    const { leaves } = paperOf(story, 'judge-cards', { links })
    expect(leaves).toHaveLength(1)
    expect(textsOf(paperOf(story, 'judge-cards', { links }))).toContain('http://192.168.1.10:8080/judge/#abc')
  })
})

describe('what stands on the derivation', () => {
  test('W-3: the explanation of each team has the sentences of the screen, the summary the parts of each total', () => {
    const story = certify(played())
    const texts = textsOf(paperOf(story, 'explanations', { team: 'b' }))
    expect(texts).toContain('Trừ điểm, lý do: -0,50')
    expect(texts).toContain('Hạng 1')
    const bars = paperOf(story, 'summary').leaves[0]?.blocks.find((block) => block.kind === 'bars')
    expect(bars?.bars.map(({ label, total }) => [label, total?.number])).toEqual([
      ['1. Đội B', '17.50'],
      ['2. Đội A', '17.00'],
      ['3. Đội C', '12.00'],
    ])
  })

  test('W-3: the rules on paper are the sentences of the rule sheet', () => {
    const texts = textsOf(paperOf(played(), 'rules', { language: 'en' }))
    expect(texts.length).toBeGreaterThan(10)
    expect(texts.some((text) => text.includes('Chào hỏi'))).toBe(true)
  })
})
