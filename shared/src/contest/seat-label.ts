/** How a judge's seat is called on screens and papers. It knows no names. */

/** `gk1` is written `GK1`, as on the paper sheets. */
export function seatLabel(judge: string): string {
  return judge.toUpperCase()
}
