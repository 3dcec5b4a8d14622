/**
 * A dance contest by the skating system: in each dance every judge writes down a place for each couple; the majority decides. Nothing is
 * told before a dance is over, for a place means nothing as long as couples are still to come.
 */
import { placeholderJudges, placeholderTeams } from './placeholders.ts'
import type { Preset } from './preset.ts'

const COUPLES = 6

const dance = (id: string, title: string) => ({
  id,
  title,
  maximum: String(COUPLES),
  criteria: [{ id: 'hang', title: 'Xếp hạng', scale: { min: '1', max: String(COUPLES), step: '1' } }],
})

export const khieuVu: Preset = {
  id: 'khieu-vu',
  title: { vi: 'Thi khiêu vũ (skating)', en: 'Dance contest (skating system)' },
  definition: {
    format: 1,
    id: 'khieu-vu',
    title: 'Hội thi khiêu vũ',
    language: 'vi',
    teams: placeholderTeams(COUPLES, 'Đôi'),
    judges: placeholderJudges(5),
    stages: [
      {
        id: 'chung-ket',
        title: 'Chung kết',
        rounds: [dance('cha-cha', 'Cha-cha-cha'), dance('rumba', 'Rumba'), dance('jive', 'Jive')],
        placing: { method: 'majority', better: 'lower' },
        rounding: [{ at: 'total', decimals: 1 }],
        tieBreaks: [{ by: 'decision' }],
        reveal: 'ceremony',
      },
    ],
  },
}
