/** The commands of the MC, as a stranger would try them. */
import { type Tried, unknown } from './tried.ts'

const moved = { code: 'cue-moved', onAir: 'chao-hoi/a/perform' }
const onAir = 'chao-hoi/a/perform'

export const showCommands: Readonly<Record<string, Tried>> = {
  take: {
    role: 'mc',
    body: { cue: 'chao-hoi/a/marking', onAir },
    fields: { cue: 'cue', onAir: 'on-air' },
    refused: [
      ['what is on air is another', { onAir: null }, moved],
      [
        'an unknown cue',
        { cue: 'chao-hoi/khong-co/intro' },
        { code: 'reference-unknown', field: 'cue', id: 'chao-hoi/khong-co/intro' },
      ],
      [
        'a cue out of turn',
        { cue: 'chung-ket/place/1' },
        { code: 'cue-out-of-turn', cue: 'chung-ket/place/1', next: 'chao-hoi/a/marking' },
      ],
    ],
  },
  back: {
    role: 'mc',
    body: { onAir },
    fields: { onAir: 'on-air' },
    refused: [['what is on air is another', { onAir: null }, moved]],
  },
  show: {
    role: 'mc',
    body: { scene: { kind: 'stand-by' }, onAir },
    fields: { scene: 'scene', onAir: 'on-air' },
    refused: [
      ['what is on air is another', { onAir: 'chung-ket/title' }, moved],
      ['an unknown stage', { scene: { kind: 'title', stage: 'khong-co' } }, unknown('stage')],
    ],
  },
  startTimer: { role: 'mc', body: {}, fields: {}, refused: [] },
  pauseTimer: { role: 'mc', body: {}, fields: {}, refused: [] },
  resetTimer: { role: 'mc', body: {}, fields: {}, refused: [] },
}
