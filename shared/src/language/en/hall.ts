/** What the screens of the hall say, in English; the same keys as the Vietnamese ones. */
import type { HallWords } from '../vi/hall.ts'

/** Whole seconds as people say them: `80` → "1 min 20 s". */
function duration(seconds: number): string {
  const minutes = Math.floor(seconds / 60)
  const rest = seconds % 60
  if (minutes === 0) return `${rest} s`
  return rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`
}

export const hallWords: HallWords = {
  duration,
  pageTitle: 'Scoreboard',
  listOf: (names) => names.join(', '),

  startsSoon: 'The programme begins shortly',
  startsSoonHint: 'Please take your seats.',
  goesOn: 'The programme continues in a few minutes',
  goesOnHint: 'Thank you for waiting.',

  lineUp: 'Running order',
  teamOf: (place, of) => `Team ${place} of ${of}`,
  upTo: (points) => `up to ${points} points`,

  onStage: 'On stage',
  timeLeft: 'left',
  timeUsed: 'elapsed',
  timeOver: 'overtime',
  timeStands: 'the clock stands',
  timeLimit: (seconds) => `Time limit ${duration(seconds)}`,

  marking: 'The jury is marking',
  sheetsIn: 'sheets in',
  allSheetsIn: 'All sheets are in',
  performedFor: (seconds) => `Performed for ${duration(seconds)}`,

  score: 'Score of the round',
  outOf: (maximum) => `out of ${maximum} points`,
  correction: 'corrected',
  noScore: 'No score',
  noScoreHint: 'No judge marked this team in this round.',
  overtime: (points, seconds) => `minus ${points} · ${duration(seconds)} over`,
  undertime: (points, seconds) => `minus ${points} · ${duration(seconds)} short`,
  deduction: (points, reason) => (reason ? `minus ${points} · ${reason}` : `minus ${points}`),
  bonus: (points, reason) => (reason ? `plus ${points} · ${reason}` : `plus ${points}`),

  roundStandings: 'Scores of the round',
  interimStandings: 'Standings so far',
  finalStandings: 'Final results',
  stageStandings: 'Results',
  countedRounds: (rounds) => `After: ${rounds}`,
  noRows: 'No score has been announced yet',
  noRowsHint: 'The teams’ scores will appear here when they are announced.',
  page: (page, pages) => `Page ${page} of ${pages}`,

  rank: (rank) => `Rank ${rank}`,
  sharedRank: (rank) => `Shared rank ${rank}`,
  sharedRankNote: (rank) => `shared rank ${rank}`,
  unranked: 'not ranked',
  decidedByRound: (round) => `ahead by ${round}`,
  decidedByCriterion: (round) => `ahead by a criterion of ${round}`,
  decidedByReason: (reason) => `by decision: ${reason}`,
  decidedByRule: {
    rounds: 'ahead by the sum of some rounds',
    countback: 'ahead by countback',
    'head-judge': "ahead by the head judge's marks",
    deductions: 'ahead by fewer deductions',
    time: 'ahead by time',
    question: 'ahead by the tie-break question',
    lot: 'placed by lot',
    'majority-rounds': 'ahead by the places in the rounds',
    'majority-marks': 'ahead by the majority of the judges',
  },
  decided: 'by the rules for equal totals',
  group: (name) => (/^group\s/i.test(name) ? name : `Group ${name}`),
  left: { withdrawn: 'withdrawn', disqualified: 'disqualified' },
  qualifiers: 'The teams that come on',
  sideAward: 'Side award',
  rankTotal: 'sum of ranks',
  points: 'points',

  ceremony: 'Announcing the results',
  announced: 'Announced',

  connectionLost: 'Connection lost – reconnecting',
  doNotReload: 'Please do not reload the page',
  connecting: 'Connecting to the hub…',
  connectingHint: 'The screen appears by itself once it is connected; there is no need to reload.',
  noContest: 'There is no contest yet',
  noContestHint: 'The organiser opens the console and creates one; this screen then appears by itself.',
  refused: 'This screen could not open the contest',
  contestUnknown: (contest) => `The hub has no contest “${contest}”. Please check this screen’s address.`,
  protocolUnsupported: 'This page is out of date. Please reload it.',
  refusedHint: 'Please open the screen again from the hub’s first page.',

  fitTitle: 'Projector check',
  fitFrame: 'All four corners of this frame must be visible.',
  fitLabel: 'Smallest type: the last row can read this line.',
  fitName: 'Team names: Đảng bộ xã Ea Ngai',
  fitTotal: 'Totals: 92.25',
  fitGreys: 'All six greys must look different.',
  fitThemes: 'In a bright room, add theme=paper to the address.',
}
