/** Words of the totals of a round. */
import type { InBoth } from '@bang-diem/shared/language/say.ts'

const vi = {
  title: 'BẢNG TỔNG HỢP ĐIỂM',
  sheet: (round: string) => `Tổng hợp ${round}`,
  criteriaSheet: (round: string) => `Tiêu chí ${round}`,
  criteriaTitle: 'Điểm giám khảo theo từng tiêu chí, sau khi tổng hợp',
  columns: {
    place: 'TT',
    team: 'Đội thi',
    judged: 'Điểm giám khảo',
    factor: 'Hệ số',
    bonus: 'Điểm thưởng',
    deduction: 'Điểm trừ',
    score: 'Điểm phần thi',
  },
  panel: (judges: string) => `${judges}.`,
  combined: (method: string) => `Điểm giám khảo: ${method}.`,
  struck: 'Điểm gạch ngang: không tính, theo thể lệ.',
  clamped: (judge: string, team: string, given: string, kept: string) =>
    `${judge}, ${team}: điểm lệch ${given}, tính là ${kept}.`,
  overCriteria: 'Cột giám khảo là tổng của phiếu; điểm được tổng hợp theo từng tiêu chí.',
  group: (title: string, judges: string) => `${title}: ${judges}.`,
  notMarking: (judge: string, team: string, reason: string) => `– ${judge} không chấm ${team}: ${reason}.`,
  taken: (team: string, points: string, why: string) => `${team}: trừ ${points}, ${why}.`,
  given: (team: string, points: string, why: string) => `${team}: thưởng ${points}, ${why}.`,
  overtime: (seconds: number) => `quá giờ ${seconds} giây`,
  undertime: (seconds: number) => `thiếu giờ ${seconds} giây`,
  left: (team: string, disqualified: boolean, reason: string) =>
    `${team}: ${disqualified ? 'bị loại' : 'rút khỏi hội thi'}, ${reason}.`,
}

const en = {
  title: 'TOTALS OF A ROUND',
  sheet: (round: string) => `Totals ${round}`,
  criteriaSheet: (round: string) => `Criteria ${round}`,
  criteriaTitle: 'What the judges gave together, criterion by criterion',
  columns: {
    place: 'No.',
    team: 'Team',
    judged: 'Judges',
    factor: 'Factor',
    bonus: 'Bonus',
    deduction: 'Deducted',
    score: 'Score',
  },
  panel: (judges: string) => `${judges}.`,
  combined: (method: string) => `Judges: ${method}.`,
  struck: 'Struck marks do not count, by the rules.',
  clamped: (judge: string, team: string, given: string, kept: string) =>
    `${judge}, ${team}: ${given} is too far from the mean and counts as ${kept}.`,
  overCriteria: 'A judge’s column is the sum of the sheet; marks are combined criterion by criterion.',
  group: (title: string, judges: string) => `${title}: ${judges}.`,
  notMarking: (judge: string, team: string, reason: string) => `– ${judge} does not mark ${team}: ${reason}.`,
  taken: (team: string, points: string, why: string) => `${team}: ${points} deducted, ${why}.`,
  given: (team: string, points: string, why: string) => `${team}: bonus of ${points}, ${why}.`,
  overtime: (seconds: number) => `${seconds} s over time`,
  undertime: (seconds: number) => `${seconds} s under the minimum time`,
  left: (team: string, disqualified: boolean, reason: string) =>
    `${team}: ${disqualified ? 'disqualified' : 'withdrawn'}, ${reason}.`,
}

export const roundTotalsWords: InBoth<typeof vi> = { vi, en }
export type RoundTotalsWords = typeof vi
