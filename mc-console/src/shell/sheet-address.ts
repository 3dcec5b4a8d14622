/** The address on a blank sheet of paper: `…/console/?contest=<id>&sheet=<round>/<team>/<judge>`. Whether there is such a sheet, its reader finds out. */

export interface SheetAddress {
  readonly contest: string
  readonly sheet: string
}

/** Null for any other text. */
export function readSheetAddress(text: string): SheetAddress | null {
  const [, query = ''] = text.split('#', 1)[0]?.split('?') ?? []
  const asked = new URLSearchParams(query)
  const [contest, sheet] = [asked.get('contest'), asked.get('sheet')]
  return contest === null || sheet === null ? null : { contest, sheet }
}

/** The address that this page was opened by, when it is one; taken out of the address bar, so that a reload does not lead there again. */
export function takeSheetAddress(): string | null {
  const { href, pathname, hash } = location
  if (readSheetAddress(href) === null) return null
  history.replaceState(history.state, '', pathname + hash)
  return href
}
