/** The commands of the head judge and of the organiser, as a stranger would try them. */
import { definitionOfThree } from '../rules/small-contest.ts'
import { reason, type Tried, unknown, unknownJudge } from './tried.ts'

export const tableCommands: Readonly<Record<string, Tried>> = {
  approve: {
    role: 'head',
    body: { request: '1' },
    fields: { request: 'id' },
    refused: [['an unknown request', { request: 'khong-co' }, unknown('request')]],
  },
  decline: {
    role: 'head',
    body: { request: '1', reason },
    fields: { request: 'id', reason: 'reason' },
    refused: [['an unknown request', { request: 'khong-co' }, unknown('request')]],
  },
  breakTie: {
    role: 'head',
    body: { stage: 'chung-ket', teams: ['a', 'b'], reason },
    fields: { stage: 'id', teams: 'teams', reason: 'reason' },
    refused: [
      ['an unknown stage', { stage: 'khong-co' }, unknown('stage')],
      ['while sheets are missing', {}, { code: 'sheets-missing' }],
    ],
  },
  certify: {
    role: 'head',
    body: { stage: 'chung-ket' },
    fields: { stage: 'id' },
    refused: [
      ['an unknown stage', { stage: 'khong-co' }, unknown('stage')],
      ['while sheets are missing', {}, { code: 'sheets-missing' }],
    ],
  },
  redefine: {
    role: 'organiser',
    body: { definition: { ...definitionOfThree(), id: 'hoi-thi-a' } },
    fields: { definition: 'definition' },
    refused: [
      ['another contest', { definition: definitionOfThree() }, { code: 'definition-in-use', path: 'id' }],
      [
        'teams that are in use',
        { definition: { ...definitionOfThree(), id: 'hoi-thi-a', teams: [{ id: 'a', name: 'x' }] } },
        { code: 'definition-in-use', path: 'teams' },
      ],
      [
        'two head judges',
        {
          definition: {
            ...definitionOfThree(),
            id: 'hoi-thi-a',
            judges: [
              { id: 'gk1', name: 'x', head: true },
              { id: 'gk2', name: 'y', head: true },
            ],
          },
        },
        { code: 'definition-invalid' },
      ],
    ],
  },
  replaceJudge: {
    role: 'organiser',
    body: { judge: 'gk3', name: 'Người khác' },
    fields: { judge: 'id', name: 'name' },
    refused: [unknownJudge],
  },
  reopenStage: {
    role: 'organiser',
    body: { stage: 'chung-ket', reason },
    fields: { stage: 'id', reason: 'reason' },
    refused: [
      ['an unknown stage', { stage: 'khong-co' }, unknown('stage')],
      ['a stage that is not certified', {}, { code: 'not-certified', stage: 'chung-ket' }],
    ],
  },
}
