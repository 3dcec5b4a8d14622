/**
 * What a contest's history adds up to: the state that `evolve` folds and everything else reads.
 *
 * It is kept in two parts on purpose: `PublicState` holds only what the hall may know, so that the hall's view can be given nothing
 * else. Nobody but `evolve` changes a state. A state is never stored: the ledger is.
 */
import type { Definition } from '../contest/definition.ts'
import type { Certified, FormerTable } from './certified.ts'
import type { Head } from './commit.ts'
import type { Absence, FormerAbsence, Line, Request, TieRecord } from './desk-records.ts'
import type { ExactScore } from './exact-scores.ts'
import { type Grouped, inGroup } from './grouped.ts'
import { type RoundTeam, roundTeam, type StageAward, type StageQuestion } from './keys.ts'
import type { Reveal, Scene } from './reveals.ts'
import type { FormerSheet, Sheet } from './sheet-records.ts'
import type { Withdrawal } from './withdrawals.ts'

/** One thing that went on air: a cue, or a scene shown by hand (`cue` is then `show/<kind>`). */
export interface OnAir {
  readonly cue: string
  readonly scene: Scene
  readonly reveals: readonly Reveal[]
}

/** The stopwatch of the team that was called last; ms of hub time. `startedAt` is null while it stands. */
export interface Timer {
  readonly round: string
  readonly team: string
  readonly elapsedMs: number
  readonly startedAt: number | null
}

/** Sheets in, of sheets expected: the only thing about sheets that the hall may know. */
export interface Progress {
  readonly submitted: number
  readonly expected: number
}

/** All that the hall's view, the public HTTP answers and (later) the public Redis keys are made of. */
export interface PublicState {
  definition: Definition | null
  /** What went on air, oldest first; `back` takes the last away. */
  onAir: OnAir[]
  timer: Timer | null
  /** For teams whose sheets have been opened. */
  progress: Map<RoundTeam, Progress>
}

/** A seat with its link; a fresh link puts out the old one and all its sessions. */
export interface Seat {
  readonly codeHash: string
  readonly sessions: ReadonlySet<string>
  /** The session that drives the seat: the newest. */
  readonly driving: string | null
}

/** The first answer to an accepted command, for when it comes again. */
export interface Accepted {
  readonly digest: string
  readonly commit: Head
}

export interface State {
  readonly contest: string
  head: Head
  /** Hub time of the last commit: `at` never decreases. */
  at: number
  readonly public: PublicState
  definitionHash: string
  readonly seats: Map<string, Seat>
  /** Session token hash → seat; revoked ones stay known, so that they are told `seat-revoked` and not `unknown-session`. */
  readonly sessions: Map<string, string>
  /** The first answers by seat, then by command id: ids are the phone's own, so they are kept apart by seat. */
  readonly accepted: Grouped<string, Accepted>
  readonly orders: Map<string, readonly string[]>
  /** Cues that were taken, and neither taken back nor to be taken again. */
  readonly taken: Set<string>
  /** `round/team` whose score was ever shown: it stays known to the hall after `back`. */
  readonly known: Set<RoundTeam>
  /** `round/team` whose performance was ever taken: their sheets are open until revealed. */
  readonly performed: Set<RoundTeam>
  /** By team, then by judge. */
  readonly sheets: Grouped<RoundTeam, Sheet>
  /** What reopened sheets were before, by team, then by judge, oldest first. */
  readonly formerSheets: Grouped<RoundTeam, readonly FormerSheet[]>
  /** Reasons, by team and judge; a recused judge and one who left stand here too. */
  readonly excused: Grouped<RoundTeam, string>
  /** Judges who have left and not come back. */
  readonly absences: Map<string, Absence>
  /** Of judges who have come back, oldest first. */
  readonly formerAbsences: FormerAbsence[]
  /** Points, by team, then by criterion. */
  readonly tallies: Grouped<RoundTeam, string>
  readonly times: Map<RoundTeam, number>
  /** What a team's points are multiplied by, where a round has a factor. */
  readonly factors: Map<RoundTeam, string>
  readonly deductions: Map<string, Line>
  readonly bonuses: Map<string, Line>
  readonly withdrawals: Map<string, Withdrawal>
  /** The teams that came on to a stage, by stage; absent until that is settled, and where no stage is cut. */
  readonly qualified: Map<string, readonly string[]>
  /** Orders of teams that were equal across a cut, by the stage that they wanted to enter, oldest first. */
  readonly cuts: Map<string, readonly TieRecord[]>
  /** Awards that people gave, by `stage/award`, then by team: the reason. */
  readonly picked: Grouped<StageAward, string>
  readonly requests: Map<string, Request>
  /** What was decided or drawn about equal teams, by stage, oldest first. */
  readonly ties: Map<string, readonly TieRecord[]>
  /** Points in tie-break questions, by `stage/question`, then by team. */
  readonly questions: Grouped<StageQuestion, string>
  readonly certified: Map<string, Certified>
  /** What reopened stages were certified with before, by stage, oldest first. */
  readonly formerTables: Map<string, readonly FormerTable[]>
  /** In step with `public.onAir`, and not public. */
  readonly exactScores: (readonly ExactScore[])[]
  readonly notes: { readonly at: number; readonly text: string }[]
  /** By `round/team` the hash of the last commit that changed what its score is made of: it names the history, and remembered scores. */
  readonly scoreVersions: Map<RoundTeam, string>
  /** The same over all rounds of a team: one look tells that none of its scores can have changed. */
  readonly teamVersions: Map<string, string>
}

/** A contest in which nothing has happened yet. */
export function initialState(contest: string, head: Head): State {
  return {
    contest,
    head,
    at: 0,
    public: { definition: null, onAir: [], timer: null, progress: new Map() },
    definitionHash: '',
    seats: new Map(),
    sessions: new Map(),
    accepted: new Map(),
    orders: new Map(),
    taken: new Set(),
    known: new Set(),
    performed: new Set(),
    sheets: new Map(),
    formerSheets: new Map(),
    excused: new Map(),
    absences: new Map(),
    formerAbsences: [],
    tallies: new Map(),
    times: new Map(),
    factors: new Map(),
    deductions: new Map(),
    bonuses: new Map(),
    withdrawals: new Map(),
    qualified: new Map(),
    cuts: new Map(),
    picked: new Map(),
    requests: new Map(),
    ties: new Map(),
    questions: new Map(),
    certified: new Map(),
    formerTables: new Map(),
    exactScores: [],
    notes: [],
    scoreVersions: new Map(),
    teamVersions: new Map(),
  }
}

/** The definition of a contest that has begun to exist; only `contest-created` comes before it. */
export function definitionOf(state: { readonly public: PublicState }): Definition {
  if (!state.public.definition) throw new Error('the contest has no definition: its first commit is missing')
  return state.public.definition
}

export function sheetOf(
  { sheets }: Pick<State, 'sheets'>,
  round: string,
  team: string,
  judge: string,
): Sheet | undefined {
  return inGroup(sheets, roundTeam(round, team)).get(judge)
}

/** True when the judge does not mark this team in this round. */
export function isExcused({ excused }: Pick<State, 'excused'>, round: string, team: string, judge: string): boolean {
  return inGroup(excused, roundTeam(round, team)).has(judge)
}
