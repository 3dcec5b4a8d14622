/**
 * The keys of a contest's maps. Deciding and folding one sheet asks for the same few keys a dozen times, and a map reads a new text
 * letter by letter while it knows one that it has seen: so the key that was made last is given again.
 */

export type RoundTeam = `${string}/${string}`
export type SheetKey = `${string}/${string}/${string}`

/** A key with what it was made of. */
type Made<Key> = readonly [key: Key, first: string, second: string, third: string]

let team: Made<RoundTeam> = ['/', '', '', '']
let sheet: Made<SheetKey> = ['//', '', '', '']

export function roundTeam(round: string, id: string): RoundTeam {
  if (team[1] !== round || team[2] !== id) team = [`${round}/${id}`, round, id, '']
  return team[0]
}

export function sheetKey(round: string, id: string, judge: string): SheetKey {
  if (sheet[1] !== round || sheet[2] !== id || sheet[3] !== judge) sheet = [`${round}/${id}/${judge}`, round, id, judge]
  return sheet[0]
}
