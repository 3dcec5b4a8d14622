/**
 * What the random contests have to bring about at least once, so that an agreement of engine and oracle means something.
 * The list is written by hand: what nobody thought of must not vanish from it by itself.
 */
import { ROUNDING_MODES, ROUNDING_PLACES } from '@bang-diem/shared/scoring/rounding.ts'

const eachOf = (methods: readonly string[], places: readonly string[]) =>
  methods.flatMap((method) => places.map((place) => `${method} ${place}`))

const OF_ROUNDS = [
  ...eachOf(['mean', 'sum', 'median', 'trimmed-mean', 'trimmed-sum'], ['over sheet', 'over criterion']),
  'trimming without enough values',
  ...eachOf(['outliers drop', 'outliers clamp'], ['in points', 'of maximum', 'of mean']),
  'outliers all kept',
  'judge groups',
  'factor',
  'floor',
  ...eachOf(['overtime'], ['none', 'per-minute', 'tiers', 'hard-cut', 'within the grace', 'capped']),
  ...eachOf(['overtime, minutes'], ['full', 'started']),
  'undertime',
  ...ROUNDING_PLACES.flatMap((place) => ROUNDING_MODES.map((mode) => `rounding at ${place}, ${mode}`)),
]

const OF_PLACES = [
  'attempts',
  'carry-over',
  'categories',
  'running total',
  'no total',
  'equal only as rounded',
  'different only exactly',
  'equal totals',
  ...eachOf(['shared place,'], ['standard', 'dense']),
  ...eachOf(['placing'], ['total', 'placings', 'rank-points', 'majority']),
  ...eachOf(['better higher', 'better lower', 'shared ranks average', 'shared ranks best'], ['of judges', 'of rounds']),
  'majority in a later column',
  'majority never got',
  'majority: equal totals by rounds',
  'majority: equal totals by all marks',
]

const OF_TIES = [
  ...['round', 'criterion', 'part', 'rounds', 'deductions', 'question', 'decision', 'lot'],
  ...eachOf(['countback of'], ['sheets', 'judge-places', 'round-places']),
  ...['head-judge of a round', 'head-judge over all', 'time, shorter first', 'time, longer first'],
].map((rule) => `tie-break ${rule}`)

export const TO_BE_EXERCISED: readonly string[] = [
  ...OF_ROUNDS,
  ...OF_PLACES,
  ...OF_TIES,
  ...eachOf(['lower mark first by'], ['round', 'criterion', 'part', 'rounds', 'head-judge']),
  'countback by fewer',
  'tie-break by a round that does not count',
  'records not heard',
  ...eachOf(['waits for'], ['question', 'decision', 'lot']),
]
