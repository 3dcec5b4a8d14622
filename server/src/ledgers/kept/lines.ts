/**
 * The lines of a file as bytes. A commit's line ends at the byte 10 and nowhere else: readers of lines that come with the platform also
 * break at characters that may stand in a text.
 */
import type { FileHandle } from 'node:fs/promises'

export interface FileLine {
  /** Without its end. */
  readonly bytes: Buffer
  /** Where the next line begins in the file. */
  readonly end: number
  /** False for what stands behind the last line's end: a line that was cut off. */
  readonly isWhole: boolean
}

/** Bytes that are read at once. */
const readBytes = 256 * 1024
const lineEnd = 10

/** The lines of the opened file, a list for each piece that was read, from its first byte on. */
export async function* linesOf(file: FileHandle): AsyncGenerator<readonly FileLine[]> {
  let rest: Buffer = Buffer.alloc(0)
  let begin = 0
  for (let at = 0; ; ) {
    const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(readBytes), 0, readBytes, at)
    if (bytesRead === 0) break
    at += bytesRead
    const lines: FileLine[] = []
    let piece: Buffer = Buffer.concat([rest, buffer.subarray(0, bytesRead)])
    for (let end = piece.indexOf(lineEnd); end >= 0; end = piece.indexOf(lineEnd)) {
      begin += end + 1
      lines.push({ bytes: piece.subarray(0, end), end: begin, isWhole: true })
      piece = piece.subarray(end + 1)
    }
    rest = piece
    yield lines
  }
  if (rest.length > 0) yield [{ bytes: rest, end: begin + rest.length, isWhole: false }]
}
