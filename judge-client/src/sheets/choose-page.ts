/**
 * Which page the phone shows. It follows the MC's call by itself, but never takes a sheet away from a judge who is writing on it.
 */

/** A sheet's address: `<round>/<team>`. */
export type SheetKey = `${string}/${string}`

export function sheetKey(round: string, team: string): SheetKey {
  return `${round}/${team}`
}

/** What the judge has chosen by hand (`sheet: null` is the list), and at which call. */
export interface Choice {
  readonly sheet: SheetKey | null
  readonly atCall: string | null
}

export interface Situation {
  readonly choice: Choice | null
  /** The sheet of the team that is called, once it is open. */
  readonly called: SheetKey | null
  /** The sheets that this judge has begun and not submitted. */
  readonly begun: ReadonlySet<SheetKey>
}

/** The sheet to show, or `null` for the list. A choice holds until the next call; a begun sheet holds until it is submitted. */
export function choosePage({ choice, called, begun }: Situation): SheetKey | null {
  if (!choice || (choice.atCall !== called && !isBeingWritten(choice, begun))) return called
  return choice.sheet
}

function isBeingWritten({ sheet }: Choice, begun: ReadonlySet<SheetKey>): boolean {
  return sheet !== null && begun.has(sheet)
}
