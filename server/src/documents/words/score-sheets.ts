/** Words of the judges' sheets, blank and filled. */
import type { InBoth } from '@bang-diem/shared/language/say.ts'

const vi = {
  title: 'PHIẾU CHẤM ĐIỂM',
  round: (title: string) => `Phần thi: ${title}`,
  team: 'Đội thi',
  unit: 'Đơn vị',
  order: 'Thứ tự dự thi',
  judge: 'Giám khảo',
  columns: { place: 'TT', criterion: 'Tiêu chí', maximum: 'Tối đa', step: 'Bước', weight: 'Hệ số', mark: 'Điểm chấm' },
  sum: 'Cộng',
  fill: 'Chỉ ghi số trong thang điểm, theo bước điểm; chỗ sửa phải ký bên cạnh. Chấm xong nộp ngay cho Tổ thư ký.',
  receipt: (receipt: string) => `Biên nhận ${receipt}`,
  paper: (entered: string, approved: string) => `Nhập từ phiếu giấy: ${entered}; đối chiếu: ${approved}.`,
  amended: (revision: number) => `Phiếu đã sửa lần ${revision}; phiếu trước được giữ trong biên bản.`,
  notCounted: (reason: string) => `Phiếu này không tính, giám khảo không chấm đội này: ${reason}.`,
  ofTeamThatLeft: 'Phiếu này không tính: đội không còn dự thi.',
}

const en = {
  title: 'SCORE SHEET',
  round: (title: string) => `Round: ${title}`,
  team: 'Team',
  unit: 'From',
  order: 'Running order',
  judge: 'Judge',
  columns: { place: 'No.', criterion: 'Criterion', maximum: 'Maximum', step: 'Step', weight: 'Weight', mark: 'Mark' },
  sum: 'Sum',
  fill: 'Write marks on the scale and its steps only, and sign beside what you correct. Hand the sheet in at once.',
  receipt: (receipt: string) => `Receipt ${receipt}`,
  paper: (entered: string, approved: string) => `Entered from paper by ${entered}, checked by ${approved}.`,
  amended: (revision: number) =>
    `Amended ${revision === 1 ? 'once' : `${revision} times`}; the minutes keep the former sheet.`,
  notCounted: (reason: string) => `This sheet does not count, the judge does not mark this team: ${reason}.`,
  ofTeamThatLeft: 'This sheet does not count: the team is no longer in the contest.',
}

export const scoreSheetWords: InBoth<typeof vi> = { vi, en }
