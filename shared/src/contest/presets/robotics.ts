/**
 * A robotics and product contest: two runs of which the better one counts, times a degree of difficulty, and a pitch with weighted
 * criteria.
 */
import { placeholderJudges, placeholderTeams } from './placeholders.ts'
import type { Preset } from './preset.ts'

const run = (id: string, title: string) => ({
  id,
  title,
  maximum: '100',
  criteria: [
    { id: 'nhiem-vu', title: 'Nhiệm vụ hoàn thành', scoredBy: 'secretary' as const, scale: { max: '100', step: '5' } },
  ],
  factor: { title: 'độ khó', min: '1', max: '1.5' },
  time: { limitSeconds: 180, warnSeconds: [30] },
  overtime: { rule: 'hard-cut' as const },
})

export const robotics: Preset = {
  id: 'robotics',
  title: { vi: 'Thi robot, thuyết trình sản phẩm', en: 'Robotics and product pitch' },
  definition: {
    format: 1,
    id: 'robotics',
    title: 'Cuộc thi robot sáng tạo',
    language: 'vi',
    papers: { letterhead: 'youth-union' },
    teams: placeholderTeams(12),
    judges: placeholderJudges(3),
    stages: [
      {
        id: 'chung-ket',
        title: 'Chung kết',
        rounds: [
          run('luot-1', 'Lượt chạy 1'),
          run('luot-2', 'Lượt chạy 2'),
          {
            id: 'thuyet-trinh',
            title: 'Thuyết trình sản phẩm',
            maximum: '100',
            criteria: [
              { id: 'y-tuong', title: 'Ý tưởng', weight: '4', scale: { max: '10', step: '0.5' } },
              { id: 'ky-thuat', title: 'Giải pháp kỹ thuật', weight: '3', scale: { max: '10', step: '0.5' } },
              { id: 'ung-dung', title: 'Khả năng ứng dụng', weight: '2', scale: { max: '10', step: '0.5' } },
              { id: 'trinh-bay', title: 'Trình bày', weight: '1', scale: { max: '10', step: '0.5' } },
            ],
            combine: { method: 'mean', over: 'criterion' },
            time: { limitSeconds: 300, warnSeconds: [60] },
          },
        ],
        attempts: [{ rounds: ['luot-1', 'luot-2'], keep: 1 }],
        tieBreaks: [{ by: 'round', round: 'thuyet-trinh' }, { by: 'time', round: 'luot-1' }, { by: 'decision' }],
        reveal: 'after-team',
      },
    ],
  },
}
