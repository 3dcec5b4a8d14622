/** Reads comma-separated values as RFC 4180 has them, by itself: what wrote them is not asked. */

/** Rows of cells; a line without anything is an empty row. Throws where a quote stands in the wrong place or the last line has no end. */
export function csvRows(text: string, separator: ',' | ';'): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at < text.length) {
    const [cell, end] = cellAt(text, at, separator)
    row.push(cell)
    if (text.startsWith('\r\n', end)) {
      rows.push(row.length === 1 && end === at ? [] : row)
      row = []
      at = end + 2
    } else if (text[end] === separator) at = end + 1
    else throw new Error(`what follows a cell is ${JSON.stringify(text.slice(end, end + 10))}`)
  }
  if (row.length > 0) throw new Error('the last line has no end')
  return rows
}

/** The cell and where it ends. */
function cellAt(text: string, at: number, separator: string): [string, number] {
  if (text[at] === '"') {
    const quoted = /^"((?:[^"]|"")*)"/.exec(text.slice(at))
    if (!quoted) throw new Error('a quote is never closed')
    return [(quoted[1] ?? '').replaceAll('""', '"'), at + quoted[0].length]
  }
  let end = at
  while (end < text.length && text[end] !== separator && text[end] !== '\r' && text[end] !== '\n') end += 1
  const cell = text.slice(at, end)
  if (cell.includes('"')) throw new Error(`a quote within ${JSON.stringify(cell)}`)
  return [cell, end]
}
