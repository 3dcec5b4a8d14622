/** The bounds of a workbook that somebody sends, each with its reason: a part of `limits.ts`. */

/** What a workbook that somebody sends may be and cost. */
export interface UploadLimits {
  /** Bytes of the file as it is sent. */
  readonly bytesPerUpload: number
  /** Files in its archive, and bytes of all of them together, unpacked. */
  readonly files: number
  readonly bytesUnpacked: number
  readonly sheets: number
  /** Rows and columns of one sheet. */
  readonly rows: number
  readonly columns: number
  /** Cells of all sheets together in which something is written. */
  readonly cells: number
  /** Characters of all texts together. */
  readonly characters: number
  /** Memory that reading may take, in MiB. */
  readonly megabytes: number
  /** How long reading may take, in ms. */
  readonly readMs: number
}

export const uploadLimits: UploadLimits = {
  // The largest contest makes 150 KiB; the rest is for logos that somebody has pasted in.
  bytesPerUpload: 2 * 1024 * 1024,
  // A spreadsheet program writes some twenty, more with pictures and comments.
  files: 500,
  // The largest contest unpacks to 2 MiB, and programs differ in how much they say about each cell.
  bytesUnpacked: 16 * 1024 * 1024,
  // Seven are known; a few more can be named as unknown.
  sheets: 40,
  // The most criteria that a definition can have are 2,880, the most judges 2,000.
  rows: 4000,
  columns: 100,
  // The largest contest has 29,000.
  cells: 60_000,
  characters: 2 * 1024 * 1024,
  // The largest contest is read in 48.
  megabytes: 128,
  // The largest contest takes a second or two, also while a slow laptop is busy with something else.
  readMs: 20_000,
}
