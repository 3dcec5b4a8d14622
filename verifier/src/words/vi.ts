/** Vietnamese: the verdict on a ledger. */
import type { Impossible } from '../possible.ts'
import type { Fault } from '../verified.ts'
import type { NamedDifference, NamedReceipt, Words } from './say.ts'

function columnOf({ column, round, award }: NamedDifference): string {
  switch (column) {
    case 'row':
      return 'dòng của đội'
    case 'order':
      return 'thứ tự dòng'
    case 'category':
      return 'bảng'
    case 'round':
      return `điểm phần thi “${round}”`
    case 'total':
      return 'tổng điểm'
    case 'rank':
      return 'hạng'
    case 'decided-by':
      return 'căn cứ phân hạng khi bằng điểm'
    case 'left':
      return 'bỏ thi hoặc bị loại'
    case 'award':
      return award === null ? 'giải' : `giải “${award}”`
    case 'deductions':
      return `điểm trừ phần thi “${round}”`
    case 'bonuses':
      return `điểm thưởng phần thi “${round}”`
    case 'exact':
      return `điểm chưa làm tròn phần thi “${round}”`
  }
}

function faultOf(fault: Fault): string {
  const at = `Bản ghi số ${fault.number}`
  switch (fault.kind) {
    case 'empty':
      return 'Tệp trống: không có bản ghi nào.'
    case 'no-ledger':
      return 'Tệp này không phải là sổ ghi của Bảng Điểm, hoặc đã bị chương trình khác lưu lại theo kiểu mã khác.'
    case 'saved-again':
      return `Tệp đã bị chương trình khác lưu lại (${fault.as}), nên ngay bản ghi số 1 không còn như đã ghi. Hãy lấy lại tệp gốc.`
    case 'unreadable':
      return fault.isLast
        ? `${at} (dòng cuối) không đọc được: dòng đã bị sửa, hoặc tệp bị cắt giữa chừng.`
        : `${at} không đọc được: dòng đã bị sửa.`
    case 'missing':
      return fault.isLater
        ? `${at} không ở đúng chỗ: ở đó là bản ghi số ${fault.found}. Thứ tự đã bị đổi.`
        : `${at} bị thiếu: sau bản ghi số ${fault.number - 1} là bản ghi số ${fault.found}.`
    case 'repeated':
      return `${at} không ở đúng chỗ: bản ghi số ${fault.found} xuất hiện lần nữa ở đó.`
    case 'unlinked':
      return `${at} không nối tiếp bản ghi trước nó: một trong hai thuộc về sổ khác, hoặc đã bị làm lại.`
    case 'changed':
      return `${at} đã bị sửa: nội dung không khớp với mã băm của chính nó.`
    case 'undated':
      return `${at} ghi một thời điểm không có trên lịch.`
    case 'no-contest':
      return `${at} không mở đầu một hội thi: đây không phải là sổ ghi của Bảng Điểm.`
    case 'unknown-fact':
      return fault.path === null
        ? `${at} có sự việc lạ “${fault.type}”: trình kiểm chứng này không biết nó thay đổi điều gì.`
        : `${at} có sự việc “${fault.type}” mà trình kiểm chứng này không hiểu (${fault.path || 'toàn bộ'}).`
    case 'impossible':
      return `${at} không thể có: ${impossible(fault.what)}.`
  }
}

const whats = {
  stage: 'vòng thi',
  round: 'phần thi',
  team: 'đội',
  judge: 'giám khảo',
  criterion: 'tiêu chí thư ký ghi',
}

function impossible(what: Impossible): string {
  switch (what.why) {
    case 'unknown':
      return `thể lệ không có ${whats[what.what]} “${what.id}”`
    case 'not-on-panel':
      return `${what.judge} không chấm phần thi “${what.round}”`
    case 'marks':
      return `${sheetOf(what)} không đúng các tiêu chí và thang điểm của thể lệ`
    case 'sheet-again':
      return `${sheetOf(what)} đã nộp rồi mà chưa được mở lại`
    case 'revision':
      return `${sheetOf(what)} ghi sai số lần đã mở lại`
    case 'no-sheet':
      return `mở lại ${sheetOf(what)} khi phiếu ấy chưa nộp`
    case 'points':
      return `điểm hoặc hệ số ghi cho ${what.team}, phần thi “${what.round}”, nằm ngoài thể lệ`
    case 'certified':
      return `vòng “${what.stage}” lúc ấy đã xác nhận kết quả`
    case 'not-certified':
      return `vòng “${what.stage}” lúc ấy chưa xác nhận kết quả nên không có gì để mở lại`
    case 'created-again':
      return 'hội thi chỉ được tạo một lần'
    case 'definition':
      return `thể lệ trong đó không khớp với chính nó (${what.path})`
  }
}

function sheetOf({ judge, team, round }: { judge: string; team: string; round: string }): string {
  return `phiếu của ${judge} chấm ${team}, phần thi “${round}”`
}

function receiptText({ receipt, number, hash, acts }: NamedReceipt): string {
  const what = acts.length > 0 ? acts.join('; ') : 'không có phiếu điểm hay lần xác nhận nào'
  return `Có biên nhận ${receipt} trong sổ này. Bản ghi số ${number}: ${what}. Mã băm đầy đủ: ${hash}`
}

export const vi: Words = {
  column: columnOf,
  difference: ({ kind, number, stage, team, found, worked }, column) => {
    const who = team === null ? '' : `, đội “${team}”`
    const where = kind === 'certified' ? `bảng đã xác nhận của vòng “${stage}”` : `lần công bố ở vòng “${stage}”`
    const verb = kind === 'certified' ? 'ghi' : 'báo'
    return `Bản ghi số ${number}: ${where}${who}, ${column} ${verb} ${found ?? 'trống'}, tính lại được ${worked ?? 'trống'}.`
  },
  definitionHash: (number) => `Bản ghi số ${number}: mã băm của thể lệ không khớp với thể lệ đang dùng.`,
  fault: faultOf,
  agrees: ({ commits, tables, last }) =>
    `Khớp: ${commits} bản ghi nối tiếp nhau nguyên vẹn, ${tables} lần xác nhận kết quả đều tính lại đúng. Bản ghi cuối: ${last}.`,
  agreesWithoutTable: ({ commits, last }) =>
    `Khớp: ${commits} bản ghi nối tiếp nhau nguyên vẹn; chưa có kết quả nào được xác nhận. Bản ghi cuối: ${last}.`,
  sheet: ({ isFromPaper, ...sheet }) => `${sheetOf(sheet)}${isFromPaper ? ' (phiếu giấy)' : ''}`,
  certification: (stage, version) => `xác nhận kết quả vòng “${stage}”, lần ${version}`,
  certified: (certification, foot, hash) => `Bản ghi ${foot}: ${certification}. Mã băm: ${hash}`,
  receipt: receiptText,
  noReceipt: (answer, { commits, isBroken }) => {
    switch (answer.kind) {
      case 'other-hash':
        return `Không có biên nhận ${answer.receipt} trong sổ này: bản ghi số ${answer.number} ở đây là ${answer.found}, trên giấy là ${answer.receipt}.`
      case 'beyond':
        return isBroken
          ? `Chưa rõ có biên nhận ${answer.receipt} hay không: trong sổ này mới kiểm tra được ${commits} bản ghi.`
          : `Không có biên nhận ${answer.receipt} trong sổ này: sổ có ${commits} bản ghi.`
      case 'unknown-hash':
        return isBroken
          ? `Chưa rõ có mã băm ${answer.receipt} hay không: trong sổ này mới kiểm tra được ${commits} bản ghi.`
          : `Không có mã băm ${answer.receipt} trong sổ này.`
      case 'unreadable':
        return `“${answer.receipt}” không phải là biên nhận: hãy ghi số bản ghi và ít nhất 4 chữ số của mã băm, như 128-7F3A, hoặc cả 64 chữ số của mã băm.`
    }
  },
  usage: 'Cách dùng: npm run verify -- <sổ ghi.jsonl> [--language vi|en] [--receipt 128-7F3A…]',
  noFile: (path) => `Không đọc được tệp ${path}.`,
}
