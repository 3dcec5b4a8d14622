/** Words of the list of awards, as the MC reads it out. */
import type { InBoth } from '@bang-diem/shared/language/say.ts'

const vi = {
  title: 'DANH SÁCH ĐẠT GIẢI',
  subject: 'Theo thứ tự công bố, từ giải thấp nhất',
  sheet: 'Danh sách đạt giải',
  columns: {
    order: 'TT',
    award: 'Giải',
    team: 'Đội thi',
    group: 'Bảng',
    unit: 'Đơn vị',
    rank: 'Hạng',
    total: 'Tổng điểm',
  },
}

const en = {
  title: 'AWARDS',
  subject: 'In the order of announcement, from the lowest award up',
  sheet: 'Awards',
  columns: { order: 'No.', award: 'Award', team: 'Team', group: 'Group', unit: 'From', rank: 'Rank', total: 'Total' },
}

export const awardListWords: InBoth<typeof vi> = { vi, en }
