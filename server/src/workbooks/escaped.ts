/** Texts as the cells of a workbook hold them. What is escaped here every spreadsheet program shows as it was. */

/**
 * What XML cannot hold, as spreadsheet programs write it: `_x0001_`. The library leaves such characters out, and a text that happens to
 * look like one of these would be read as something else.
 */
export function escaped(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(
      /[^\t\n\u0020-\u007e\u00a0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffc\u{10000}-\u{10ffff}]|\p{Noncharacter_Code_Point}/gu,
      codes,
    )
}

/** One code a unit, which is also how a sign beyond the first plane is put together again. */
function codes(sign: string): string {
  const units = Array.from({ length: sign.length }, (_, at) => sign.charCodeAt(at))
  return units.map((unit) => `_x${unit.toString(16).toUpperCase().padStart(4, '0')}_`).join('')
}
