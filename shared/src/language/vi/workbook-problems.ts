/** Faults of a workbook in Vietnamese. */
import type { WorkbookProblemWords } from '../problems.ts'

export const workbookProblems: WorkbookProblemWords = {
  'not-a-workbook': () => 'không phải tệp Excel (.xlsx) đọc được. Hãy lưu lại dạng “Excel Workbook (.xlsx)”.',
  'workbook-too-large': () => 'tệp quá lớn so với một bản thể lệ. Hãy xóa các trang, hàng, cột và hình ảnh thừa.',
  'unknown-sheet': (param) => `không có trang nào tên “${param('name')}” trong mẫu. Hãy xóa hoặc đổi tên trang.`,
  'missing-sheet': (param) => `thiếu trang “${param('name')}”.`,
  'unknown-heading': (param) =>
    param('name') === ''
      ? 'có nội dung nhưng không có tên cột hoặc tên mục.'
      : `không có cột hoặc mục nào tên “${param('name')}”. Hãy xem lại chính tả.`,
  'missing-heading': (param) => `thiếu cột “${param('name')}”.`,
  'bad-notation': (param) =>
    `chưa đúng cách viết${param('received') === '' ? '' : ` ở chỗ “${param('received')}”`}: mỗi mục một dòng, gồm tên cách chọn rồi từng tham số sau dấu chấm phẩy, ví dụ “per-minute; points=1; count=full”.`,
  'ambiguous-comma': () =>
    'dấu phẩy giữa hai chữ số có thể hiểu hai cách. Hãy viết số lẻ với dấu chấm (0.5) và để một dấu cách sau dấu phẩy ngăn cách.',
  'not-yes-or-no': (param) => `“${param('received')}” không rõ là có hay không. Hãy viết “có”, hoặc để trống.`,
  'unexpected-date': () => 'bảng tính đã đổi chữ thành ngày. Hãy định dạng ô là Văn bản (Text) rồi gõ lại.',
  'cell-error': (param) => `công thức trong ô bị lỗi hoặc chưa được tính (${param('received')}). Hãy gõ thẳng giá trị.`,
}
