/** What the robot is to play: marks, points, times and absences, as a person would have written them down beforehand. */
export interface Script {
  /** A judge's marks by criterion; undefined: the judge is excused for this team. */
  marks(round: string, team: string, judge: string): Readonly<Record<string, string>> | undefined
  /** Points of a tallied criterion. */
  tally(round: string, team: string, criterion: string): string
  /** Whole seconds of the performance. */
  seconds(round: string, team: string): number
}

/** Between the robot's steps, in ms; a hall needs to see, a test does not. */
export interface Tempo {
  readonly cue: number
  readonly mark: number
}
