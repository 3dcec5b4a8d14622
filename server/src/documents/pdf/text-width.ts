/**
 * How wide a text is in Times, before it is set. Marks above and below a letter add nothing, a horn a little. What has no width here
 * counts as a whole square, so that a guess is never too narrow.
 */

/** From the space to `~`, in thousandths of the type's size. They are the same in every face that is made like Times New Roman. */
// biome-ignore format: a table of widths
const regular = [
  250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 278, 278,
  564, 564, 564, 444, 921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944,
  722, 722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389,
  278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
]
// biome-ignore format: a table of widths
const bold = [
  250, 333, 555, 500, 500, 1000, 833, 278, 333, 333, 500, 570, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 333, 333,
  570, 570, 570, 500, 930, 722, 667, 722, 722, 667, 611, 778, 778, 389, 500, 778, 667, 944, 722, 778, 611, 778, 722, 556, 667, 722, 722, 1000, 722,
  722, 667, 333, 278, 333, 581, 500, 333, 500, 556, 444, 556, 444, 333, 500, 556, 278, 333, 556, 278, 833, 556, 500, 556, 556, 444, 389, 333,
  556, 500, 722, 500, 500, 444, 394, 220, 394, 520,
]
const others: Readonly<Record<string, number>> = {
  đ: 556,
  Đ: 722,
  '−': 570,
  '–': 500,
  '“': 500,
  '”': 500,
  '‘': 333,
  '’': 333,
  '·': 333,
}

const FIRST = 32
const HORN = '\u031b'
const HORN_WIDTH = 60
const SQUARE = 1000

/** In points, on one line. */
export function widthOf(text: string, size: number, look: 'regular' | 'bold' = 'regular'): number {
  const widths = look === 'bold' ? bold : regular
  let sum = 0
  for (const sign of text.normalize('NFD')) {
    if (sign === HORN) sum += HORN_WIDTH
    else if (!/\p{Mark}/u.test(sign)) sum += widths[(sign.codePointAt(0) ?? 0) - FIRST] ?? others[sign] ?? SQUARE
  }
  return (sum * size) / SQUARE
}

/** Of the widest word: no column of this text can be narrower. */
export function widestWord(text: string, size: number, look: 'regular' | 'bold' = 'regular'): number {
  return Math.max(0, ...text.split(/\s+/).map((word) => widthOf(word, size, look)))
}

/** How many lines a text takes, a little generously: it is measured as if it were bold. */
export function linesOf(text: string, size: number, room: number): number {
  return text.split('\n').reduce((sum, line) => sum + wrappedLines(line, size, room), 0)
}

/** Word by word, as they are set; a word that is wider than a line is broken. */
function wrappedLines(text: string, size: number, room: number): number {
  const space = widthOf(' ', size, 'bold')
  let lines = 1
  let used = 0
  for (const word of text.split(/\s+/)) {
    const width = widthOf(word, size, 'bold')
    if (used > 0 && used + space + width > room) {
      lines += 1
      used = 0
    }
    const broken = Math.max(0, Math.ceil(width / room) - 1)
    lines += broken
    used += (used > 0 ? space : 0) + width - broken * room
  }
  return lines
}
