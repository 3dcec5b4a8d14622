/**
 * Which of its teams' names a table shows, and on how many lines. A table calls all its teams in one way: by their full names, or by
 * their short ones where that saves a line. A name is never cut; a team without a short name is called by the only one it has. Widths
 * are in em of the name's own size.
 */

type Names = { readonly name: string; readonly shortName?: string | undefined }

export type FittedName = { readonly text: string; readonly lines: number }

/** How a table of these teams calls each of them. */
export function namesFor(
  teams: readonly Names[],
  width: number,
  widthOf: (text: string) => number,
): (team: Names) => FittedName {
  const laid = (text: string): FittedName => ({ text, lines: linesOf(text, width, widthOf) })
  const full = (team: Names) => laid(team.name)
  const short = (team: Names) => laid(team.shortName ?? team.name)
  const linesBy = (called: typeof full) => teams.reduce((sum, team) => sum + called(team).lines, 0)
  return linesBy(short) < linesBy(full) ? short : full
}

/** As a browser breaks a text: as many words on a line as fit, and a word that is wider than a line is broken. */
export function linesOf(text: string, width: number, widthOf: (text: string) => number): number {
  let lines = 1
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (widthOf(longer) <= width) {
      line = longer
      continue
    }
    if (line !== '') lines += 1
    lines += Math.max(0, Math.ceil(widthOf(word) / width) - 1)
    line = word
  }
  return lines
}
