/**
 * Hội thi "Hòa giải viên giỏi": chào hỏi, lý thuyết, xử lý tình huống, tiểu phẩm. Overtime costs by tiers: 0.25 up to a minute, 0.5 from
 * a minute on; the totals are announced at the closing ceremony.
 */
import { placeholderJudges, placeholderTeams, quarters } from './placeholders.ts'
import type { Preset } from './preset.ts'

const overtime = {
  rule: 'tiers' as const,
  tiers: [
    { fromSeconds: 1, points: '0.25' },
    { fromSeconds: 60, points: '0.5' },
  ],
}

export const hoaGiaiVien: Preset = {
  id: 'hoa-giai-vien',
  title: { vi: 'Hội thi “Hòa giải viên giỏi”', en: '“Good mediators” contest' },
  definition: {
    format: 1,
    id: 'hoa-giai-vien',
    title: 'Hội thi “Hòa giải viên giỏi”',
    organiser: 'Ban Tổ chức hội thi',
    language: 'vi',
    papers: { letterhead: 'state' },
    teams: placeholderTeams(8),
    judges: placeholderJudges(5),
    stages: [
      {
        id: 'chung-ket',
        title: 'Chung kết',
        rounds: [
          {
            id: 'chao-hoi',
            title: 'Màn chào hỏi',
            maximum: '20',
            order: 'drawn',
            criteria: [
              { id: 'noi-dung', title: 'Nội dung giới thiệu', scale: quarters('12') },
              { id: 'hinh-thuc', title: 'Hình thức thể hiện', scale: quarters('8') },
            ],
            time: { limitSeconds: 300, warnSeconds: [60] },
            overtime,
          },
          {
            id: 'ly-thuyet',
            title: 'Lý thuyết',
            maximum: '20',
            criteria: [
              {
                id: 'trac-nghiem',
                title: 'Câu hỏi trắc nghiệm',
                scoredBy: 'secretary',
                scale: { max: '20', step: '1' },
              },
            ],
          },
          {
            id: 'tinh-huong',
            title: 'Xử lý tình huống',
            maximum: '20',
            criteria: [
              { id: 'can-cu', title: 'Căn cứ pháp luật', scale: quarters('12') },
              { id: 'trinh-bay', title: 'Trình bày, ứng xử', scale: quarters('8') },
            ],
            time: { limitSeconds: 300, warnSeconds: [60] },
            overtime: { rule: 'hard-cut' },
          },
          {
            id: 'tieu-pham',
            title: 'Tiểu phẩm',
            maximum: '40',
            criteria: [
              { id: 'noi-dung', title: 'Nội dung, bài học hòa giải', scale: quarters('20') },
              { id: 'dien-xuat', title: 'Diễn xuất', scale: quarters('12') },
              { id: 'dan-dung', title: 'Dàn dựng, đạo cụ', scale: quarters('8') },
            ],
            time: { limitSeconds: 720, warnSeconds: [120, 60] },
            overtime,
          },
        ],
        tieBreaks: [
          { by: 'round', round: 'tieu-pham' },
          { by: 'question', question: 'cau-hoi-phu', maximum: '10' },
          { by: 'decision' },
        ],
        reveal: 'ceremony',
      },
    ],
  },
}
