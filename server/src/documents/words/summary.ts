/** Words of the one-page summary. */
import type { InBoth } from '@bang-diem/shared/language/say.ts'

const vi = {
  title: 'KẾT QUẢ TÓM TẮT',
  bar: (rank: string, team: string) => `${rank}. ${team}`,
  unranked: '–',
  carried: (stage: string) => `mang sang từ ${stage}`,
  lower: 'Tổng thấp hơn xếp trên.',
  method: 'Mỗi đoạn của thanh là phần mà một phần thi góp vào tổng điểm.',
}

const en = {
  title: 'SUMMARY',
  bar: (rank: string, team: string) => `${rank}. ${team}`,
  unranked: '–',
  carried: (stage: string) => `carried over from ${stage}`,
  lower: 'The lower total wins.',
  method: 'Each part of a bar is what one round puts into the total.',
}

export const summaryWords: InBoth<typeof vi> = { vi, en }
