/** What two hundred played contests have to bring about at least once, so that an agreement means something. Written by hand. */

const each = (kind: string, names: readonly string[]) => names.map((name) => `${kind} ${name}`)

export const toBeExercised: readonly string[] = [
  ...each('placing', ['total', 'placings', 'rank-points', 'majority']),
  ...each('mean', ['over sheet', 'over criterion']),
  ...each('sum', ['over sheet', 'over criterion']),
  ...each('median', ['over sheet', 'over criterion']),
  ...each('trimmed-mean', ['over sheet', 'over criterion']),
  ...each('trimmed-sum', ['over sheet', 'over criterion']),
  ...each('outliers drop', ['in points', 'of maximum']),
  ...each('outliers clamp', ['in points', 'of maximum', 'of mean']),
  ...each('overtime', ['none', 'per-minute', 'tiers', 'hard-cut']),
  ...[
    'undertime',
    'floor',
    'attempts',
    'carry-over',
    'categories',
    'factor',
    'judge groups',
    'equal totals',
    'no total',
  ],
  ...each('award', ['places', 'band', 'quota', 'others', 'best', 'picked']),
  ...each('tie-break', ['lot', 'decision', 'question', 'countback of sheets', 'criterion', 'part']),
  ...['a team that left', 'certified again', 'stage-reopened', 'stage-entered', 'contest-redefined', 'cue-taken-back'],
  ...['sheet-submitted', 'sheet-reopened', 'sheet-entered', 'judge-excused', 'judge-recused', 'excuse-withdrawn'],
  ...['judge-left', 'judge-returned', 'judge-replaced', 'team-withdrawn', 'tie-broken', 'question-tallied'],
  ...['points-deducted', 'deduction-withdrawn', 'bonus-added', 'bonus-withdrawn', 'award-given', 'award-taken-back'],
  ...['points-tallied', 'time-recorded', 'factor-recorded'],
]

/** With fewer contests chance decides what happens in them. */
export const ENOUGH_CONTESTS = 200
