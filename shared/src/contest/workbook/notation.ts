/**
 * How several values stand in one cell: `trimmed-mean; highest=1; lowest=1`, one entry a line, lists with commas. A text with one of these
 * signs in it stands in quotes. It knows signs and no schema.
 */

/** Between entries, between the parts of an entry, between the members of a list, between the fields of a member. */
export const signs = { entries: '\n', parts: ';', members: ',', fields: ':' } as const

/**
 * The pieces between the separators; in quotes they do not count. A quote opens only at the beginning of a piece or of a value, so that a
 * nickname in the middle of a name needs no care; doubled inside quotes it stands for itself. Pieces stay as they are written.
 */
export function splitAt(text: string, separator: string): string[] {
  const pieces: string[] = []
  let begin = 0
  let isOpen = false
  /** The last sign that is no space; '' at the beginning. */
  let last = ''
  let isJustClosed = false
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at)
    if (sign === '"') {
      const opens: boolean = isJustClosed || last === '' || ';,:=\n'.includes(last)
      isJustClosed = isOpen
      isOpen = isOpen ? false : opens
      last = sign
      continue
    }
    isJustClosed = false
    if (!isOpen && sign === separator) {
      pieces.push(text.slice(begin, at))
      begin = at + 1
    }
    if (sign === '\n' || sign.trim() !== '') last = sign
  }
  return [...pieces, text.slice(begin)]
}

/** What a piece says: without spaces around it and without its quotes. */
export function unquoted(piece: string): string {
  const bare = piece.trim()
  return isQuoted(bare) ? bare.slice(1, -1).replaceAll('""', '"') : bare
}

export function isQuoted(piece: string): boolean {
  const bare = piece.trim()
  return bare.length >= 2 && bare.startsWith('"') && bare.endsWith('"')
}

/** A text as a piece: in quotes where it would be taken apart otherwise. */
export function quoted(text: string, isMember: boolean): string {
  const isTakenApart = isMember ? /[;,:="\n\r]/ : /[;"\n\r]/
  return isTakenApart.test(text) || text.trim() !== text ? `"${text.replaceAll('"', '""')}"` : text
}

export interface Part {
  /** null: the first part may stand without a key. */
  readonly key: string | null
  readonly text: string
}

/** `a; b=c` as its parts. */
export function partsOf(entry: string): Part[] {
  return splitAt(entry, signs.parts)
    .filter((piece) => piece.trim() !== '')
    .map((piece) => {
      const [, key, text = ''] = /^\s*([^="]+?)\s*=([\s\S]*)$/.exec(piece) ?? []
      return key === undefined ? { key: null, text: piece } : { key, text }
    })
}
