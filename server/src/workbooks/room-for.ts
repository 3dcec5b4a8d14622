/** How wide a column and how high a row must be for what stands in it: not every program looks for itself. */

/** Widths of columns, in characters. */
export const widths = { least: 9, most: 46, margin: 2 }

/** Of rows, in points. */
export const heights = { line: 16, most: 320 }

/** In characters: as wide as the longest line of these texts, within bounds. */
export function widthFor(texts: readonly string[], most: number = widths.most): number {
  const longest = texts.flatMap((text) => text.split('\n').map((line) => line.length))
  return Math.min(most, Math.max(widths.least, ...longest.map((length) => length + widths.margin)))
}

/** How many lines a text takes in a column of this width. */
export function linesIn(text: string, width: number): number {
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / (width - widths.margin))), 0)
}

/** In points. */
export function heightFor(lines: readonly number[]): number {
  return Math.min(heights.most, heights.line * Math.max(1, ...lines))
}
