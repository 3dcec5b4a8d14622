/**
 * Which of a team's names a place on the screen takes, and on how many lines. A name is never cut: the full one where it fits on a
 * line, else the short one, else whichever is shorter on as many lines as it needs. Widths are in em of the name's own size.
 */

export type FittedName = { readonly text: string; readonly lines: number }

export function fitName(
  names: { readonly name: string; readonly shortName?: string | undefined },
  width: number,
  widthOf: (text: string) => number,
): FittedName {
  const { name, shortName = name } = names
  const onOneLine = [name, shortName].find((text) => widthOf(text) <= width)
  if (onOneLine !== undefined) return { text: onOneLine, lines: 1 }
  const text = widthOf(shortName) < widthOf(name) ? shortName : name
  return { text, lines: linesOf(text, width, widthOf) }
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
