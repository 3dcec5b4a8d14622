/** Names of tables as those of worksheets: every spreadsheet program opens them, and no two are the same. */

const LONGEST = 31

/** In the same order. What is too long is cut, and of equal names the later ones are numbered. */
export function sheetNames(names: readonly string[]): string[] {
  const taken = new Set<string>()
  return names.map((name, index) => {
    const allowed = cleaned(name) || String(index + 1)
    let unique = cut(allowed, LONGEST)
    for (let count = 2; taken.has(unique.toLowerCase()); count += 1) {
      const ending = ` (${count})`
      unique = `${cut(allowed, LONGEST - ending.length)}${ending}`
    }
    taken.add(unique.toLowerCase())
    return unique
  })
}

/** Without the signs that a name of a worksheet may not have, and those that no program shows. `History` is kept back by one of them. */
function cleaned(name: string): string {
  const allowed = name
    .normalize('NFC')
    .replace(/[\\/?*[\]:\p{C}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[' ]+|[' ]+$/g, '')
  return allowed.toLowerCase() === 'history' ? `${allowed} -` : allowed
}

/** In units of UTF-16, as programs count; a sign is never parted, and no apostrophe or space is left at the end. */
function cut(name: string, most: number): string {
  let kept = ''
  for (const sign of name) {
    if (kept.length + sign.length > most) break
    kept += sign
  }
  return kept.replace(/[' ]+$/, '')
}
