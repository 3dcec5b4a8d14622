/** Words of the minutes. */
import type { InBoth } from '@bang-diem/shared/language/say.ts'

const vi = {
  title: 'BIÊN BẢN',
  subject: (stage: string) => `Tổng hợp kết quả ${stage}`,
  day: 'Thời gian',
  venue: 'Địa điểm',
  dayWritten: (day: string, certified: string) => `ngày ${day}; kết quả được xác nhận lúc ${certified}`,
  certifiedAt: (certified: string) => `kết quả được xác nhận lúc ${certified}`,
  people: {
    heading: 'I. Thành phần',
    panel: 'Ban Giám khảo',
    head: 'Trưởng Ban Giám khảo',
    secretary: (name: string) => `Tổ thư ký: ${name}`,
    chair: (name: string) => `Đại diện Ban Tổ chức: ${name}`,
    away: (judge: string, when: string, reason: string) => `${judge} vắng từ ${when}: ${reason}`,
    back: (judge: string, from: string, until: string, reason: string) =>
      `${judge} vắng từ ${from} đến ${until}: ${reason}`,
    excused: (judge: string, round: string, teams: string, reason: string) =>
      `${judge} không chấm ${teams} (${round}): ${reason}`,
    allMarked: 'Tất cả giám khảo chấm đủ các đội.',
  },
  course: {
    heading: 'II. Diễn biến',
    none: 'Không có sự việc phải ghi.',
    note: (when: string, text: string) => `${when}: ${text}`,
    left: (team: string, disqualified: boolean, reason: string) =>
      `${team} ${disqualified ? 'bị loại' : 'rút khỏi hội thi'}: ${reason}`,
    taken: (team: string, round: string, points: string, why: string) =>
      `${team}, ${round}: trừ ${points} điểm, ${why}`,
    given: (team: string, round: string, points: string, why: string) =>
      `${team}, ${round}: thưởng ${points} điểm, ${why}`,
    withdrawn: (line: string, reason: string) => `${line} – đã hủy: ${reason}`,
  },
  amendments: {
    heading: 'III. Sửa đổi sau khi đã ghi',
    none: 'Không có phiếu nào sửa lại.',
    sheet: (sheet: string, before: string, now: string) => `${sheet}: ${before} → ${now}`,
    asked: (asked: string, approved: string, reason: string) =>
      `Đề nghị: ${asked}; đồng ý: ${approved}. Lý do: ${reason}`,
    paper: (sheet: string, entered: string, approved: string) =>
      `${sheet}: nhập từ phiếu giấy, ${entered} nhập, ${approved} đối chiếu`,
    open: 'chưa nộp lại',
    wasPaper: (entered: string, approved: string) =>
      `Phiếu trước từ phiếu giấy: ${entered} nhập, ${approved} đối chiếu.`,
    notMarking: 'không chấm',
    reopened: (version: number, when: string) => `Phiên bản ${version} được mở lại lúc ${when}`,
  },
  ties: {
    heading: 'IV. Bằng điểm và cách phân định',
    none: 'Không có đội nào bằng điểm phải phân định.',
    decision: (teams: string, reason: string) => `Trưởng Ban Giám khảo quyết định thứ tự ${teams}: ${reason}`,
    decisionOfOrganisers: (teams: string, reason: string) => `Ban Tổ chức quyết định thứ tự ${teams}: ${reason}`,
    lot: (teams: string, reason: string) => `Bốc thăm, thứ tự ${teams}: ${reason}`,
    cut: (teams: string, reason: string) => `Vào vòng này ở mức bằng điểm, thứ tự ${teams}: ${reason}`,
    question: (question: string, points: string) => `Câu hỏi phụ ${question}: ${points}`,
    unused: (told: string) => `${told} (các đội không còn bằng nhau, không dùng đến)`,
  },
  ranking: {
    heading: 'V. Kết quả xếp hạng',
    sheet: 'Xếp hạng',
    columns: { rank: 'Hạng', team: 'Đội thi', group: 'Bảng', total: 'Tổng điểm', award: 'Giải' },
    left: { withdrawn: 'rút', disqualified: 'loại' },
    shared: 'Các đội cùng hạng là đồng hạng theo thể lệ.',
  },
  awards: {
    heading: 'VI. Giải thưởng đề nghị',
    sheet: 'Giải thưởng',
    none: 'Thể lệ không có giải thưởng ở vòng này.',
    columns: { award: 'Giải', teams: 'Đội thi' },
    nobody: 'không có đội đạt',
  },
  closing: (version: number, record: string) =>
    `Biên bản phiên bản ${version}, lập theo bản ghi số ${record} của sổ ghi điện tử. Ai có tệp sổ ghi cũng kiểm lại được từng con số.`,
  hash: (hash: string) => `Mã băm của bản ghi: ${hash}`,
  read: 'Biên bản đã được đọc lại, các thành viên nhất trí ký tên.',
  appendix: {
    title: 'PHỤ LỤC',
    subject: 'Danh mục phiếu chấm và biên nhận',
    sheet: (round: string) => `Phiếu ${round}`,
    columns: { team: 'Đội thi', receipt: (judge: string) => `Biên nhận ${judge}` },
    read: 'Tổng điểm và biên nhận của từng phiếu: mỗi giám khảo đối chiếu cột của mình với điện thoại.',
    paper: 'phiếu giấy, do Tổ thư ký nhập',
    amended: 'phiếu đã sửa',
    struck: 'Điểm gạch ngang: phiếu không tính.',
    others: (judge: string, name: string, teams: string) => `${judge}: phiếu của ${teams} do ${name} chấm.`,
  },
}

const en = {
  title: 'MINUTES',
  subject: (stage: string) => `The result of ${stage}`,
  day: 'Time',
  venue: 'Place',
  dayWritten: (day: string, certified: string) => `${day}; the result was certified at ${certified}`,
  certifiedAt: (certified: string) => `the result was certified at ${certified}`,
  people: {
    heading: 'I. Present',
    panel: 'The panel',
    head: 'Head judge',
    secretary: (name: string) => `Secretary: ${name}`,
    chair: (name: string) => `For the organisers: ${name}`,
    away: (judge: string, when: string, reason: string) => `${judge} absent since ${when}: ${reason}`,
    back: (judge: string, from: string, until: string, reason: string) =>
      `${judge} absent from ${from} to ${until}: ${reason}`,
    excused: (judge: string, round: string, teams: string, reason: string) =>
      `${judge} did not mark ${teams} (${round}): ${reason}`,
    allMarked: 'Every judge marked every team.',
  },
  course: {
    heading: 'II. What happened',
    none: 'Nothing that must be recorded.',
    note: (when: string, text: string) => `${when}: ${text}`,
    left: (team: string, disqualified: boolean, reason: string) =>
      `${team} ${disqualified ? 'was disqualified' : 'withdrew'}: ${reason}`,
    taken: (team: string, round: string, points: string, why: string) =>
      `${team}, ${round}: ${points} deducted, ${why}`,
    given: (team: string, round: string, points: string, why: string) =>
      `${team}, ${round}: bonus of ${points}, ${why}`,
    withdrawn: (line: string, reason: string) => `${line} – withdrawn: ${reason}`,
  },
  amendments: {
    heading: 'III. Amendments',
    none: 'No sheet was amended.',
    sheet: (sheet: string, before: string, now: string) => `${sheet}: ${before} → ${now}`,
    asked: (asked: string, approved: string, reason: string) =>
      `Asked by ${asked}, approved by ${approved}. Reason: ${reason}`,
    paper: (sheet: string, entered: string, approved: string) =>
      `${sheet}: from paper, entered by ${entered}, checked by ${approved}`,
    open: 'not submitted again',
    wasPaper: (entered: string, approved: string) =>
      `The former sheet was from paper: entered by ${entered}, checked by ${approved}.`,
    notMarking: 'does not mark',
    reopened: (version: number, when: string) => `Version ${version} was opened again at ${when}`,
  },
  ties: {
    heading: 'IV. Equal totals and how they were decided',
    none: 'No equal totals had to be decided.',
    decision: (teams: string, reason: string) => `The head judge decided the order ${teams}: ${reason}`,
    decisionOfOrganisers: (teams: string, reason: string) => `The organisers decided the order ${teams}: ${reason}`,
    lot: (teams: string, reason: string) => `Lots, in the order ${teams}: ${reason}`,
    cut: (teams: string, reason: string) => `Equal across the cut into this stage, in the order ${teams}: ${reason}`,
    question: (question: string, points: string) => `Question ${question}: ${points}`,
    unused: (told: string) => `${told} (no longer equal: not used)`,
  },
  ranking: {
    heading: 'V. Standings',
    sheet: 'Standings',
    columns: { rank: 'Rank', team: 'Team', group: 'Group', total: 'Total', award: 'Award' },
    left: { withdrawn: 'withdrawn', disqualified: 'disqualified' },
    shared: 'Teams of the same rank share it by the rules.',
  },
  awards: {
    heading: 'VI. Awards proposed',
    sheet: 'Awards',
    none: 'The rules give no awards in this stage.',
    columns: { award: 'Award', teams: 'Teams' },
    nobody: 'nobody',
  },
  closing: (version: number, record: string) =>
    `Version ${version} of the minutes, from record ${record} of the ledger. Whoever has the ledger’s file can check every figure again.`,
  hash: (hash: string) => `Hash of the record: ${hash}`,
  read: 'The minutes were read out, agreed and signed.',
  appendix: {
    title: 'APPENDIX',
    subject: 'Every sheet with its receipt',
    sheet: (round: string) => `Sheets ${round}`,
    columns: { team: 'Team', receipt: (judge: string) => `Receipt ${judge}` },
    read: 'Sum and receipt of each sheet: every judge compares the own column with the phone.',
    paper: 'from paper, entered by the secretary',
    amended: 'amended',
    struck: 'Struck sheets do not count.',
    others: (judge: string, name: string, teams: string) => `${judge}: ${teams} marked by ${name}.`,
  },
}

export const minutesWords: InBoth<typeof vi> = { vi, en }
export type MinutesWords = typeof vi
