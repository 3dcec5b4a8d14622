/** A public-speaking contest: a prepared speech and an improvised one, strict times in both directions, marks that are whole points. */
import { placeholderJudges, placeholderTeams } from './placeholders.ts'
import type { Preset } from './preset.ts'

const scale = (max: string) => ({ max, step: '1' })

export const hungBien: Preset = {
  id: 'hung-bien',
  title: { vi: 'Thi hùng biện', en: 'Public speaking' },
  definition: {
    format: 1,
    id: 'hung-bien',
    title: 'Cuộc thi hùng biện',
    language: 'vi',
    papers: { letterhead: 'youth-union' },
    teams: placeholderTeams(10, 'Thí sinh'),
    judges: placeholderJudges(5),
    stages: [
      {
        id: 'chung-ket',
        title: 'Chung kết',
        rounds: [
          {
            id: 'chuan-bi',
            title: 'Bài nói chuẩn bị trước',
            maximum: '100',
            order: 'drawn',
            criteria: [
              { id: 'noi-dung', title: 'Nội dung, lập luận', scale: scale('50') },
              { id: 'dien-dat', title: 'Diễn đạt', scale: scale('30') },
              { id: 'ngon-ngu-co-the', title: 'Ngôn ngữ cơ thể', scale: scale('20') },
            ],
            time: { limitSeconds: 450, minimumSeconds: 270, warnSeconds: [60, 30] },
            overtime: { rule: 'per-minute', points: '5', count: 'started', graceSeconds: 30 },
            undertime: { points: '5' },
          },
          {
            id: 'ung-khau',
            title: 'Ứng khẩu',
            maximum: '50',
            criteria: [
              { id: 'lap-luan', title: 'Lập luận', scale: scale('30') },
              { id: 'dien-dat', title: 'Diễn đạt', scale: scale('20') },
            ],
            time: { limitSeconds: 150, minimumSeconds: 60, warnSeconds: [30] },
            overtime: { rule: 'hard-cut' },
          },
        ],
        tieBreaks: [{ by: 'round', round: 'ung-khau' }, { by: 'deductions' }, { by: 'decision' }],
        reveal: 'ceremony',
      },
    ],
  },
}
