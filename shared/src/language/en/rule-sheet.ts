/** The words that hold the printed rules of scoring together; the rules themselves say what they do. */
import type { RuleSheetWords } from '../rule-sheet/words.ts'

export const ruleSheetWords: RuleSheetWords = {
  title: 'Rules of scoring',
  example: 'Example',
  panel: (names) => `Judges: ${names}.`,
  wholePanel: (count) => `Judges: the whole panel of ${count}.`,
  groups: (list) => `The judges speak in groups, the mean of each is taken first: ${list}.`,
  group: (name, judges, weight) => `${name} (${judges})${weight === '1' ? '' : `, weight ${weight}`}`,
  order: { listed: 'Teams appear in the order of the list.', drawn: 'The order of appearance is drawn by lot.' },
  criterion: (title, { min, max, step }, weight) =>
    `${title}: ${min} to ${max} points in steps of ${step}${weight === '1' ? '' : `, weight ${weight}`}`,
  talliedCriterion: (title, max, weight) =>
    `${title}: entered by the secretaries, up to ${max} points${weight === '1' ? '' : `, weight ${weight}`}`,
  maximum: (points, weight) =>
    `Up to ${points} points${weight === '1' ? '' : `; they go into the total with the weight ${weight}`}.`,
  factor: (title, min, max) => `The points are multiplied by each team's ${title}, from ${min} to ${max}.`,
  factorTitle: 'factor',
  time: (limit, minimum) =>
    [limit === '' ? '' : `Time limit ${limit}.`, minimum === '' ? '' : `At least ${minimum}.`]
      .filter((text) => text !== '')
      .join(' '),
  undertime: (points) => `Shorter than the minimum time: ${points} off.`,
  excused: 'A judge who is absent or does not mark a team is never a zero: only the sheets that are there count.',
  deductions:
    'Bonuses and deductions are taken once, on the team, after the judges were combined; the score of a round is never below 0.',
  places: 'Totals and places',
  attempts: (rounds, keep) => `Of the attempts ${rounds} the best ${keep} of each team count.`,
  carried: (stage, weight) => `The certified total of ${stage} is carried over with the weight ${weight}.`,
  ownWeight: (weight) => `What this stage gives has the weight ${weight}.`,
  separately: { group: 'Teams are ranked within their group.', category: 'Teams are ranked within their category.' },
  rounding: (place, decimals, mode) => `Rounded at ${place} to ${decimals} decimals, ${mode}.`,
  roundingPlaces: {
    'clamped-mark': 'each clamped mark',
    criterion: 'each criterion',
    'weighted-criterion': 'each criterion times its weight',
    sheet: 'each sheet',
    round: 'the score of a round',
    total: 'the total',
  },
  roundingModes: { 'half-up': 'halves up', 'half-even': 'halves to the even digit', truncate: 'the rest cut off' },
  nowhereElse: 'Nothing is rounded anywhere else.',
  compare: {
    rounded: 'Totals are compared as rounded, just as they are announced.',
    exact: 'Totals are compared exactly, before they are rounded.',
  },
  ranking: {
    standard: 'Equal teams share a rank, the next one is passed over: 1 – 2 – 2 – 4.',
    dense: 'Equal teams share a rank, the next one follows: 1 – 2 – 2 – 3.',
  },
  entrants: (from, best, perGroup, others) =>
    `The teams of this stage: the best ${best} of ${perGroup ? 'each group of ' : ''}${from}${others === 0 ? '' : ` and the ${others} with the best totals of all others`}.`,
  onTie: {
    decide: 'Equal across the cut: the head judge decides, on record.',
    all: 'Equal across the cut: all of them come on.',
  },
  awards: 'Awards:',
  ties: 'Between equal teams, in this order:',
  noTies: 'Equal teams share their rank.',
  reveal: {
    live: 'Scores and running ranks are announced after each team.',
    'after-team': 'Scores are announced after each team.',
    'after-round': 'Scores are announced at the end of each round.',
    ceremony: 'Scores are announced at the closing ceremony only.',
  },
}
