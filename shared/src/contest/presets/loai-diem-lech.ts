/**
 * A hội thi whose regulation drops marks that lie too far from the panel's mean: more than 10 % of the maximum. With only three to five
 * judges one careless sheet can turn a result, which is what this rule is for.
 */
import { placeholderJudges, placeholderTeams, quarters } from './placeholders.ts'
import type { Preset } from './preset.ts'

const outliers = { rule: 'drop' as const, limit: '10%' }

export const loaiDiemLech: Preset = {
  id: 'loai-diem-lech',
  title: { vi: 'Hội thi có loại điểm lệch', en: 'Contest that drops outliers' },
  definition: {
    format: 1,
    id: 'hoi-thi-loai-diem-lech',
    title: 'Hội thi tuyên truyền viên giỏi',
    language: 'vi',
    papers: { letterhead: 'party' },
    teams: placeholderTeams(10),
    judges: placeholderJudges(5),
    stages: [
      {
        id: 'chung-ket',
        title: 'Chung kết',
        rounds: [
          {
            id: 'thuyet-trinh',
            title: 'Thuyết trình',
            maximum: '60',
            order: 'drawn',
            criteria: [
              { id: 'noi-dung', title: 'Nội dung', scale: { max: '30', step: '0.5' } },
              { id: 'phuong-phap', title: 'Phương pháp trình bày', scale: { max: '20', step: '0.5' } },
              { id: 'phong-thai', title: 'Phong thái', scale: { max: '10', step: '0.5' } },
            ],
            outliers,
            time: { limitSeconds: 900, minimumSeconds: 600, warnSeconds: [120] },
            overtime: { rule: 'per-minute', points: '1', count: 'started', cap: '5' },
            undertime: { points: '1' },
          },
          {
            id: 'tra-loi',
            title: 'Trả lời câu hỏi',
            maximum: '40',
            criteria: [
              { id: 'dung', title: 'Đúng, đủ ý', scale: quarters('30') },
              { id: 'luu-loat', title: 'Lưu loát', scale: quarters('10') },
            ],
            outliers,
          },
        ],
        tieBreaks: [{ by: 'part', round: 'thuyet-trinh', criteria: ['noi-dung'] }, { by: 'head-judge' }, { by: 'lot' }],
        reveal: 'after-round',
      },
    ],
  },
}
