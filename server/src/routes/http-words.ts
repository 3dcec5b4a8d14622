/** The words of faults that only HTTP has, and of the hub's own pages and terminal. Everything else is in `shared/language`. */
import type { HttpFault } from './problem.ts'

type Words = { readonly [Code in HttpFault['code']]: (fault: Extract<HttpFault, { code: Code }>) => string }

const vi: Words = {
  'key-required': () => 'Cần khóa của Ban Tổ chức hoặc đúng vị trí để làm việc này.',
  'not-found': () => 'Không có địa chỉ này.',
  'body-invalid': () => 'Nội dung gửi lên chưa hợp lệ.',
  'body-too-large': ({ bytes }) => `Nội dung gửi lên quá lớn, tối đa ${bytes} byte.`,
}

const en: Words = {
  'key-required': () => 'This needs the organiser key or the right seat.',
  'not-found': () => 'There is no such address.',
  'body-invalid': () => 'What was sent is not valid.',
  'body-too-large': ({ bytes }) => `What was sent is too large: at most ${bytes} bytes.`,
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
  }
}
