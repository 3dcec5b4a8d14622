/**
 * A talent show: a jury of experts weighs 70 %, a jury of the audience 30 %; the scores come live, one act after the other, and whoever
 * has the better marks of the experts' head goes first among equals.
 */
import { placeholderJudges, placeholderTeams } from './placeholders.ts'
import type { Preset } from './preset.ts'

export const timKiemTaiNang: Preset = {
  id: 'tim-kiem-tai-nang',
  title: { vi: 'Tìm kiếm tài năng', en: 'Talent show' },
  definition: {
    format: 1,
    id: 'tim-kiem-tai-nang',
    title: 'Tìm kiếm tài năng',
    language: 'vi',
    teams: placeholderTeams(12, 'Tiết mục'),
    judges: placeholderJudges(7),
    stages: [
      {
        id: 'chung-ket',
        title: 'Đêm chung kết',
        rounds: [
          {
            id: 'tai-nang',
            title: 'Phần trình diễn',
            maximum: '30',
            order: 'drawn',
            criteria: [
              { id: 'ky-thuat', title: 'Kỹ thuật', scale: { max: '10', step: '0.1' } },
              { id: 'sang-tao', title: 'Sáng tạo', scale: { max: '10', step: '0.1' } },
              { id: 'suc-hut', title: 'Sức hút', scale: { max: '10', step: '0.1' } },
            ],
            judgeGroups: [
              { id: 'chuyen-mon', title: 'Giám khảo chuyên môn', weight: '0.7', judges: ['gk1', 'gk2', 'gk3', 'gk4'] },
              { id: 'khan-gia', title: 'Giám khảo khán giả', weight: '0.3', judges: ['gk5', 'gk6', 'gk7'] },
            ],
            time: { limitSeconds: 360, warnSeconds: [30] },
          },
        ],
        tieBreaks: [{ by: 'head-judge' }, { by: 'decision' }],
        reveal: 'live',
      },
    ],
  },
}
