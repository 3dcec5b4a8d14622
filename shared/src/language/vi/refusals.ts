/** Why a command was not done, in Vietnamese: one polite sentence a code, naming the field and the bound. */

import type { Missing, ReferenceField } from '../../rules/refusals.ts'
import { showDecimal } from '../decimals.ts'
import type { Names } from '../names.ts'
import { tellProblem } from '../problems.ts'
import type { RefusalWords } from '../refusals.ts'

const decimal = (text: string) => showDecimal(text, 'vi')

const fields: Readonly<Record<ReferenceField, string>> = {
  stage: 'vòng thi',
  round: 'phần thi',
  team: 'đội thi',
  judge: 'giám khảo',
  criterion: 'tiêu chí',
  question: 'câu hỏi phụ',
  award: 'giải thưởng',
  request: 'yêu cầu',
  line: 'dòng điểm',
  cue: 'bước',
  seat: 'vị trí',
}

const AWAITED = {
  decision: 'Trưởng Ban Giám khảo phân định',
  lot: 'bốc thăm',
  question: 'nhập điểm câu hỏi phụ',
} as const

function list(parts: readonly string[]): string {
  return parts.join(', ')
}

function missingOf(missing: Missing, names: Names): string {
  const parts: string[] = []
  const { judges, moreJudges = 0 } = missing
  const count = judges.length + moreJudges
  if (count > 0) {
    const called = [...judges.map((id) => names.judge(id)), ...(moreJudges > 0 ? ['…'] : [])]
    parts.push(`chờ ${count} phiếu: ${list(called)}`)
  }
  if (missing.criteria.length > 0) {
    parts.push(`Tổ thư ký chưa nhập: ${list(missing.criteria.map((id) => names.criterion(missing.round, id)))}`)
  }
  if (missing.time) parts.push('chưa ghi thời gian')
  if (missing.factor) parts.push('chưa ghi hệ số')
  return `${names.team(missing.team)}, ${names.round(missing.round)} – ${parts.join('; ')}`
}

export const refusals: RefusalWords = {
  unknown: 'Hệ thống chưa thực hiện được thao tác này. Xin tải lại trang rồi thử lại.',
  atTheDoor: {
    'session-unknown': 'Phiên làm việc này không còn. Xin mở lại trang bằng đường dẫn hoặc mã QR do Ban Tổ chức cấp.',
    'protocol-unsupported': 'Trang này đã cũ so với máy chủ. Xin tải lại trang.',
    'handshake-invalid': 'Trang này không nối được với máy chủ. Xin tải lại trang.',
    'key-required': 'Việc này cần mã khóa của Ban Tổ chức.',
    'not-found': 'Máy chủ không có trang hoặc mục này.',
    'body-invalid': 'Nội dung gửi đi chưa hợp lệ.',
    'body-too-large': 'Nội dung gửi đi quá lớn.',
    'document-not-ready': 'Chưa in được tài liệu này vì còn thiếu số liệu.',
    'document-too-large': 'Tài liệu này quá lớn để in một lần. Xin in riêng từng đội hoặc từng giám khảo.',
    'document-empty': 'Không có gì để in: giám khảo không chấm đội này, hoặc phần thi không có đội.',
  },
  of: {
    'command-invalid': ({ problems }) =>
      `Nội dung gửi đi chưa hợp lệ. ${problems.map((problem) => tellProblem(problem, 'vi')).join(' ')}`.trim(),
    'id-reused': () => 'Thao tác này trùng mã với một thao tác khác. Xin bấm lại một lần nữa.',
    'role-not-allowed': () => 'Vai trò của bạn không thực hiện được thao tác này.',
    'seat-required': () => 'Xin mở trang bằng đường dẫn hoặc mã QR do Ban Tổ chức cấp.',
    'seat-revoked': () => 'Đường dẫn của bạn đã được thay bằng đường dẫn mới. Xin quét lại mã QR từ Ban Tổ chức.',
    'seat-taken-over': () => 'Vị trí này đang được dùng trên một thiết bị khác.',
    'link-unknown': () => 'Đường dẫn không còn hiệu lực. Xin quét lại mã QR từ Ban Tổ chức.',
    'reference-unknown': ({ field, id }) => `Không tìm thấy ${fields[field] ?? 'mục'} “${id}”.`,
    'cue-moved': () => 'Kịch bản vừa được chuyển sang bước khác. Xin xem lại bước tiếp theo rồi bấm lại.',
    'cue-out-of-turn': () => 'Chưa đến lượt bước này. Xin thực hiện bước tiếp theo trước.',
    'sheets-missing': ({ missing }, names) =>
      `Chưa đủ điểm. ${missing.map((one) => missingOf(one, names)).join('. ')}.`,
    'not-certified': ({ stage }, names) =>
      `Kết quả ${names.stage(stage)} chưa được Trưởng Ban Giám khảo xác nhận nên chưa thể công bố.`,
    'order-missing': ({ round }, names) => `Chưa bốc thăm thứ tự dự thi phần ${names.round(round)}.`,
    'nothing-on-air': () => 'Chưa có bước nào trên màn hình để quay lại.',
    'timer-without-team': () => 'Chưa gọi đội nào nên chưa thể bấm giờ.',
    'gate-not-yours': () => 'Bước này do Trưởng Ban Giám khảo xác nhận.',
    'sheet-not-open': ({ round, team }, names) =>
      `Phiếu chấm ${names.team(team)}, phần ${names.round(round)} chưa mở. Phiếu mở khi đội bắt đầu thi.`,
    'sheet-closed': ({ round, team }, names) =>
      `Điểm của ${names.team(team)}, phần ${names.round(round)} đã công bố nên phiếu đã đóng.`,
    'sheet-submitted': ({ round, team }, names) =>
      `Phiếu chấm ${names.team(team)}, phần ${names.round(round)} đã nộp và đã khóa. Muốn sửa, xin đề nghị mở lại phiếu.`,
    'sheet-moved-on': () => 'Phiếu này đã được mở lại sau khi bạn chấm. Xin xem lại điểm rồi nộp lần nữa.',
    'sheet-absent': ({ round, team, judge }, names) =>
      `${names.judge(judge)} chưa nộp phiếu cho ${names.team(team)}, phần ${names.round(round)}.`,
    'judge-not-on-panel': ({ round, judge }, names) => `${names.judge(judge)} không chấm phần ${names.round(round)}.`,
    'judge-excused': ({ round, team, judge }, names) =>
      `${names.judge(judge)} đã được miễn chấm ${names.team(team)}, phần ${names.round(round)}.`,
    'judge-not-excused': ({ round, team, judge }, names) =>
      `${names.judge(judge)} không ở diện miễn chấm ${names.team(team)}, phần ${names.round(round)}.`,
    'judge-away': ({ judge }, names) => `${names.judge(judge)} đã được ghi là rời hội thi.`,
    'judge-not-away': ({ judge }, names) => `${names.judge(judge)} không được ghi là rời hội thi.`,
    'mark-missing': ({ criteria }, names) =>
      `Còn ${criteria.length} tiêu chí chưa chấm: ${list(criteria.map((id) => names.criterion(null, id)))}.`,
    'mark-unknown': ({ criterion }, names) => `Phiếu này không có tiêu chí “${names.criterion(null, criterion)}”.`,
    'mark-out-of-range': ({ criterion, min, max }, names) =>
      `Điểm tiêu chí ${names.criterion(null, criterion)} phải từ ${decimal(min)} đến ${decimal(max)}.`,
    'mark-off-step': ({ criterion, min, step }, names) =>
      `Điểm tiêu chí ${names.criterion(null, criterion)} phải theo bước ${decimal(step)}, tính từ ${decimal(min)}.`,
    'criterion-not-tallied': ({ criterion }, names) =>
      `Tiêu chí ${names.criterion(null, criterion)} do giám khảo chấm, Tổ thư ký không nhập được.`,
    'points-out-of-range': ({ max }) => `Số điểm phải từ 0 đến ${decimal(max)}.`,
    'factor-not-used': ({ round }, names) => `Phần thi ${names.round(round)} không nhân hệ số.`,
    'factor-out-of-range': ({ min, max }) => `Hệ số phải từ ${decimal(min)} đến ${decimal(max)}.`,
    'team-not-entered': ({ team, stage }, names) => `${names.team(team)} không dự ${names.stage(stage)}.`,
    'team-withdrawn': ({ team }, names) => `${names.team(team)} đã rút khỏi hội thi.`,
    'team-called': ({ team }, names) => `${names.team(team)} đã được gọi nên không đổi thứ tự được nữa.`,
    'order-incomplete': ({ round }, names) =>
      `Thứ tự dự thi phần ${names.round(round)} phải có đủ các đội, mỗi đội một lần.`,
    'line-withdrawn': () => 'Dòng điểm này đã được rút lại từ trước.',
    'time-without-performance': ({ round, team }, names) =>
      `${names.team(team)} chưa thi phần ${names.round(round)} nên chưa ghi được thời gian.`,
    'request-settled': () => 'Yêu cầu này đã được giải quyết.',
    'request-waiting': () => 'Đã có một yêu cầu đang chờ duyệt cho việc này.',
    'second-person-required': () => 'Việc này cần một người khác duyệt, người đề nghị không tự duyệt được.',
    'tie-absent': ({ teams }, names) => `Các đội ${list(teams.map((id) => names.team(id)))} không bằng điểm nhau.`,
    'tie-undecided': ({ teams, awaits }, names) =>
      `${list(teams.map((id) => names.team(id)))} bằng điểm, cần ${AWAITED[awaits]} trước.`,
    'cut-tied': ({ teams, places }, names) =>
      `${list(teams.map((id) => names.team(id)))} bằng nhau ở vạch cắt, chỉ còn ${places} suất: Trưởng Ban Giám khảo cần phân định trước.`,
    'not-announced': ({ stage }, names) => `Kết quả ${names.stage(stage)} chưa công bố xong.`,
    'stage-not-cut': ({ stage }, names) => `${names.stage(stage)} không lấy đội từ vòng trước.`,
    'stage-begun': ({ stage }, names) => `${names.stage(stage)} đã bắt đầu nên không đổi đội được nữa.`,
    'entrants-unsettled': ({ stage }, names) => `Chưa chốt các đội vào ${names.stage(stage)}.`,
    'award-not-picked': () => 'Giải này tính theo thể lệ, không chọn bằng tay.',
    'award-absent': ({ team }, names) => `${names.team(team)} chưa được trao giải này.`,
    'award-unpicked': () => 'Giải này chưa có đội nào được chọn.',
    'award-announced': () => 'Giải này đã công bố nên không đổi được nữa.',
    'requests-waiting': ({ requests }) => `Còn ${requests.length} yêu cầu chờ duyệt, xin giải quyết trước.`,
    'stage-certified': ({ stage }, names) => `Kết quả ${names.stage(stage)} đã xác nhận nên không thay đổi được nữa.`,
    'definition-invalid': ({ problems }) =>
      `Thể lệ chưa hợp lệ. ${problems.map((problem) => tellProblem(problem, 'vi')).join(' ')}`.trim(),
    'definition-in-use': ({ path }) => `Hội thi đã bắt đầu nên không đổi được mục này (${path}).`,
    'contest-unknown': ({ contest }) => `Máy chủ này không có hội thi “${contest}”. Xin kiểm tra lại đường dẫn.`,
    'contest-exists': ({ contest }) => `Đã có hội thi mang mã “${contest}”. Xin chọn mã khác.`,
    'ledger-unavailable': () => 'Máy chủ tạm thời chưa ghi được. Xin chờ một lát rồi thử lại.',
    'hub-stopping': () => 'Máy chủ đang dừng. Xin chờ kết nối lại rồi thử lại.',
    'hub-behind': () => 'Máy chủ đang lấy lại dữ liệu đã ghi. Xin chờ một lát rồi thử lại.',
    'too-many-requests': ({ seconds }) => `Thao tác quá nhanh. Xin thử lại sau ${seconds} giây.`,
  },
}
