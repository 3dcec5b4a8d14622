/** A singing contest: the highest and the lowest sheet of seven are struck, each sheet counts to two decimals, most high marks part equals. */
import { placeholderJudges, placeholderTeams } from './placeholders.ts'
import type { Preset } from './preset.ts'

const combine = { method: 'trimmed-mean' as const, highest: 1, lowest: 1, whenAtLeast: 5 }

export const tiengHat: Preset = {
  id: 'tieng-hat',
  title: { vi: 'Hội thi tiếng hát', en: 'Singing contest' },
  definition: {
    format: 1,
    id: 'tieng-hat',
    title: 'Hội thi tiếng hát',
    language: 'vi',
    teams: placeholderTeams(15, 'Thí sinh'),
    judges: placeholderJudges(7),
    stages: [
      {
        id: 'chung-ket',
        title: 'Chung kết',
        rounds: [
          {
            id: 'bai-bat-buoc',
            title: 'Bài hát bắt buộc',
            maximum: '100',
            weight: '0.4',
            order: 'drawn',
            criteria: [
              { id: 'giong-hat', title: 'Chất giọng, kỹ thuật', scale: { max: '60', step: '0.5' } },
              { id: 'bieu-cam', title: 'Biểu cảm, phong cách', scale: { max: '40', step: '0.5' } },
            ],
            combine,
          },
          {
            id: 'bai-tu-chon',
            title: 'Bài hát tự chọn',
            maximum: '100',
            weight: '0.6',
            order: 'drawn',
            criteria: [
              { id: 'giong-hat', title: 'Chất giọng, kỹ thuật', scale: { max: '60', step: '0.5' } },
              { id: 'bieu-cam', title: 'Biểu cảm, phong cách', scale: { max: '40', step: '0.5' } },
            ],
            combine,
          },
        ],
        rounding: [{ at: 'total', decimals: 3 }],
        tieBreaks: [{ by: 'round', round: 'bai-tu-chon' }, { by: 'countback', of: 'sheets' }, { by: 'decision' }],
        reveal: 'after-round',
      },
    ],
  },
}
