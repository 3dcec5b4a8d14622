/** Words of the judges' cards. */
import type { InBoth } from '@bang-diem/shared/language/say.ts'

const vi = {
  scan: 'Quét mã này bằng điện thoại để mở phiếu chấm',
  keep: 'Thẻ này là chìa khóa chấm điểm của riêng giám khảo. Xin giữ kín và trả lại Ban Tổ chức sau hội thi.',
}

const en = {
  scan: 'Scan this code with your phone to open the score sheet',
  keep: 'This card is the judge’s own key to the sheets. Keep it to yourself and give it back after the contest.',
}

export const judgeCardWords: InBoth<typeof vi> = { vi, en }
