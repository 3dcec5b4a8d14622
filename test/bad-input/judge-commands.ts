/** The commands of judges, as a stranger would try them. */
import { impossibleMarks, marks, place, placeFields, reason, type Tried, unknownPlace } from './tried.ts'

export const judgeCommands: Readonly<Record<string, Tried>> = {
  submitSheet: {
    role: 'head',
    body: { ...place, run: 0, revision: 0, marks },
    fields: { ...placeFields, run: 'revision', revision: 'revision', marks: 'marks' },
    refused: [
      ...unknownPlace,
      ...impossibleMarks,
      ['a team that was not called', { team: 'b' }, { code: 'sheet-not-open', round: 'chao-hoi', team: 'b' }],
      ['a revision to come', { revision: 1 }, { code: 'sheet-moved-on', revision: 0 }],
      ['a rehearsal', { run: 1_000_000_000 }, { code: 'sheet-moved-on', revision: 0 }],
    ],
  },
  recuse: {
    role: 'head',
    body: { ...place, reason },
    fields: { ...placeFields, reason: 'reason' },
    refused: unknownPlace,
  },
  requestReopen: {
    role: 'head',
    body: { ...place, reason },
    fields: { ...placeFields, reason: 'reason' },
    refused: [...unknownPlace, ['no sheet', {}, { code: 'sheet-absent', ...place, judge: 'gk1' }]],
  },
}
