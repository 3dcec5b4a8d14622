/** How long a text is in UTF-8, without encoding it where its number of characters already says enough. */

/** UTF-8 takes at most three bytes for what JavaScript counts as one. */
const mostBytesPerCharacter = 3

/** An upper bound of the text's bytes. */
export function bytesAtMost(text: string): number {
  return text.length * mostBytesPerCharacter
}

/** True when the text has more than so many bytes. */
export function isLongerThan(text: string, bytes: number): boolean {
  return bytesAtMost(text) > bytes && Buffer.byteLength(text) > bytes
}
