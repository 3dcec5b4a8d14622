/** The words of faults that only HTTP has, and of the hub's own pages and terminal. Everything else is in `shared/language`. */
import type { HttpFault } from './problem.ts'

type Words = { readonly [Code in HttpFault['code']]: (fault: Extract<HttpFault, { code: Code }>) => string }

const vi: Words = {
  'key-required': () => 'Cần khóa của Ban Tổ chức hoặc đúng vị trí để làm việc này.',
  'not-found': () => 'Không có địa chỉ này.',
  'body-invalid': () => 'Nội dung gửi lên chưa hợp lệ.',
  'body-too-large': ({ bytes }) => `Nội dung gửi lên quá lớn, tối đa ${bytes} byte.`,
  'document-not-ready': ({ lacks }) => `Chưa in được: ${lacks.map(({ title }) => title).join(' ')}`,
  'document-too-large': () => 'Tài liệu này quá lớn để in một lần. Xin in riêng từng đội hoặc từng giám khảo.',
  'document-empty': () => 'Không có gì để in: giám khảo không chấm đội này, hoặc phần thi không có đội.',
  'hub-fault': () => 'Máy chủ gặp lỗi khi làm việc này. Xin thử lại; nếu vẫn lỗi, xem cửa sổ của máy chủ.',
}

const en: Words = {
  'key-required': () => 'This needs the organiser key or the right seat.',
  'not-found': () => 'There is no such address.',
  'body-invalid': () => 'What was sent is not valid.',
  'body-too-large': ({ bytes }) => `What was sent is too large: at most ${bytes} bytes.`,
  'document-not-ready': ({ lacks }) => `Not ready to print: ${lacks.map(({ title }) => title).join(' ')}`,
  'document-too-large': () =>
    'This document is too large to print in one. Please print it for one team or one judge at a time.',
  'document-empty': () => 'There is nothing to print: the judge does not mark this team, or nobody is in the round.',
  'hub-fault': () => 'The hub met a fault while doing this. Please try again; if it stays, see the window of the hub.',
}

export function tellHttpFault(fault: HttpFault, language: 'vi' | 'en'): string {
  const words = language === 'vi' ? vi : en
  switch (fault.code) {
    case 'body-too-large':
      return words['body-too-large'](fault)
    case 'key-required':
      return words['key-required'](fault)
    case 'not-found':
      return words['not-found'](fault)
    case 'body-invalid':
      return words['body-invalid'](fault)
    case 'document-not-ready':
      return words['document-not-ready'](fault)
    case 'document-too-large':
      return words['document-too-large'](fault)
    case 'document-empty':
      return words['document-empty'](fault)
    case 'hub-fault':
      return words['hub-fault'](fault)
  }
}
