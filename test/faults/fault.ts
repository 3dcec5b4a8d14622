/** What a fault is: something that happens to real processes while a round is marked, again and again, and what came of it. */

/** One state of something that people look at, and since when, in ms from the fault. */
export interface Moment {
  readonly ms: number
  readonly state: string
}

/** What was to be seen in the run that took longest, by whom it took longest. */
export interface Seen {
  /** The lamp of the phone that came back last. */
  readonly judge: readonly Moment[]
  /** The state of the MC's connection, with what the hub warns of. */
  readonly mc: readonly Moment[]
  /** The state of the stage screen's connection; its last picture stays. */
  readonly hall: readonly Moment[]
}

export interface Report {
  readonly runs: number
  /** Runs that caught a command that was sent and had no answer; the others prove less. */
  readonly counted: number
  /** Commands of which a lamp or a receipt said that they are recorded for good. */
  readonly acknowledged: number
  /** Acknowledged, and not in the history in the end. */
  readonly lost: number
  /** In the history more than once. */
  readonly duplicated: number
  /** Ms from each fault until everybody was connected, every command answered and no warning left. */
  readonly recoveries: readonly number[]
  readonly seen: Seen
  /** Everything that was not as it must be, the lost and the duplicated included. */
  readonly faults: readonly string[]
  /** What is to be known of how it ran. */
  readonly note?: string
}

export interface Scope {
  /** Of the fault, for whoever waits. */
  readonly name: string
  readonly runs: number
  /** Whether so many runs must count; otherwise so many are made, and how many counted is told. */
  readonly mustCount: boolean
  readonly seed: number
}

export interface Fault {
  /** As it stands in the table. */
  readonly name: string
  /** How often it happens at every change, and when asked for: its part of all kills or, for what is no kill, a number. */
  readonly runs: { readonly quick: number; readonly share: number } | { readonly quick: number; readonly full: number }
  readonly run: (scope: Scope) => Promise<Report>
}
