/** Vietnamese: the verdict on a ledger. */
import type { Fault } from '../verified.ts'
import type { NamedDifference, Words } from './say.ts'

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
    case 'no-contest':
      return `${at} không mở đầu một hội thi: đây không phải là sổ ghi của Bảng Điểm.`
    case 'unknown-fact':
      return fault.path === null
        ? `${at} có sự việc lạ “${fault.type}”: trình kiểm chứng này không biết nó thay đổi điều gì.`
        : `${at} có sự việc “${fault.type}” mà trình kiểm chứng này không hiểu (${fault.path || 'toàn bộ'}).`
    case 'unknown-stage':
      return `${at} nói về vòng thi “${fault.stage}”, mà hội thi không có.`
  }
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
  noReceipt: (receipt) => `Không có biên nhận ${receipt} trong sổ này.`,
  receipt: (receipt) => `Có biên nhận ${receipt} trong sổ này.`,
  usage: 'Cách dùng: npm run verify -- <sổ ghi.jsonl> [--language vi|en] [--receipt 128-7F3A]',
  noFile: (path) => `Không đọc được tệp ${path}.`,
}
