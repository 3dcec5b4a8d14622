/** The bounds of making documents, each with its reason: a part of `limits.ts`. */

export interface DocumentLimits {
  /** Documents that may wait while one is made. */
  readonly waiting: number
  /** After how many seconds whoever found no room to wait is asked to try again. */
  readonly retrySeconds: number
  /** Leaves of one paper, and cells of all its tables. */
  readonly leaves: number
  readonly cells: number
  /** Memory for what lives long, in MiB. */
  readonly megabytes: number
  /** How long making may take, in ms. */
  readonly makingMs: number
}

export const documentLimits: DocumentLimits = {
  // Organiser and secretary, each with a few tabs.
  waiting: 8,
  // Most documents are made in one.
  retrySeconds: 5,
  // All sheets of 100 teams and 10 judges. More can be had team by team or judge by judge, which is how they are signed.
  leaves: 1000,
  // The minutes of 200 teams, 40 judges and 3 rounds have 25,000 and take 12 s of one processor.
  cells: 60_000,
  // 810 blank sheets, each with its code, need between 400 and 500; 270 sheets less than 200.
  megabytes: 768,
  // 810 blank sheets take 16 s of one processor, 270 sheets 4; a slow laptop that judges keep busy takes several times as long.
  makingMs: 120_000,
}
