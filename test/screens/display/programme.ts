/** One picture of every scene and its hard cases, as whole views of the hall: what tests drive the page through. */
import {
  afterGreetings,
  type Entries,
  finalRows,
  greetings,
  onAir,
  rows,
  SIX,
  STAGE,
  score,
  scores,
  sixSetUp,
  THIRTY,
  thirtyRows,
  thirtySetUp,
} from './fixtures.ts'
import { groupedProgramme } from './grouped-programme.ts'

const round = 'chao-hoi'
/** The team with the name of fifty characters. */
const team = 'lien-quan'

const cuts = score(round, team, '14.19', {
  deductions: [
    { kind: 'overtime', points: '1.00', seconds: 80 },
    { kind: 'line', points: '1.00', reason: 'vào sân khấu muộn' },
  ],
  bonuses: [{ kind: 'line', points: '0.50', reason: 'sáng tạo' }],
})

export const programme = {
  'before the first cue': sixSetUp,
  'stand-by': { ...sixSetUp, ...onAir({ kind: 'stand-by' }) },
  title: { ...sixSetUp, ...onAir({ kind: 'title', stage: STAGE }) },
  'line-up': { ...sixSetUp, ...onAir({ kind: 'line-up', round, teams: SIX }) },
  'line-up of thirty': { ...thirtySetUp, ...onAir({ kind: 'line-up', round, teams: THIRTY }) },
  team: { ...sixSetUp, ...onAir({ kind: 'team', round, team, place: 4, of: 6 }) },
  performance: {
    ...sixSetUp,
    ...onAir({ kind: 'performance', round, team, place: 4, of: 6 }),
    timer: { round, team, elapsedMs: 345_000, startedAt: null },
  },
  progress: {
    ...sixSetUp,
    ...onAir({ kind: 'progress', round, team }),
    timer: { round, team, elapsedMs: 280_000, startedAt: null },
    progress: { round, team, submitted: 3, expected: 5 },
  },
  score: { ...sixSetUp, ...onAir({ kind: 'score', round, team }), ...scores([cuts]) },
  correction: { ...sixSetUp, ...onAir({ kind: 'score', round, team, correction: true }), ...scores([cuts]) },
  'no score': { ...sixSetUp, ...onAir({ kind: 'score', round, team: 'cu-mgar' }), ...scores(greetings) },
  'round standings': { ...sixSetUp, ...onAir({ kind: 'round-standings', round }), ...scores(greetings) },
  'interim standings': {
    ...sixSetUp,
    ...onAir({ kind: 'standings', stage: STAGE, final: false }),
    ...rows(afterGreetings),
  },
  'final standings': { ...sixSetUp, ...onAir({ kind: 'standings', stage: STAGE, final: true }), ...rows(finalRows) },
  'standings of thirty': {
    ...thirtySetUp,
    ...onAir({ kind: 'standings', stage: STAGE, final: true }),
    ...rows(thirtyRows),
  },
  // Interim rows of the teams that are not announced yet are in the view, as after any interim table.
  ceremony: {
    ...sixSetUp,
    ...rows(afterGreetings),
    ...onAir({ kind: 'ceremony', stage: STAGE, team, place: 5, of: 6 }),
    ...rows(finalRows.slice(4)),
  },
  winner: {
    ...sixSetUp,
    ...onAir({ kind: 'ceremony', stage: STAGE, team: 'buon-ho', place: 1, of: 6 }),
    ...rows(finalRows),
  },
  'ceremony of thirty': {
    ...thirtySetUp,
    ...onAir({ kind: 'ceremony', stage: STAGE, team: 'doi-08', place: 8, of: 30 }),
    ...rows(thirtyRows.slice(7)),
  },
  ...groupedProgramme,
} satisfies Record<string, Entries>

export type Picture = keyof typeof programme
