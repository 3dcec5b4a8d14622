/**
 * Text written straight to connections as one WebSocket frame, made once for everyone who gets it, and short texts read straight from
 * them. The library's encoder, decoder and queues cost as much again as the writing and the reading: a thousand judges wait for each
 * other's answers, a thousand phones for one delta. A test holds the bytes of both ways together.
 */
import type { Socket } from 'socket.io'
import { streamOf } from './below.ts'

/** The first byte of a whole text frame (RFC 6455, section 5.2). */
const wholeText = 0x81
/** The bit that says that a frame is masked, as all are that a page sends, beside the length in its second byte. */
const masked = 0x80
/** What stands in the second byte in place of the length when that follows in two bytes, and in eight. */
const twoBytes = 126
const eightBytes = 127
const maskBytes = 4

/** The longest text that is read the short way, in bytes; a sheet with forty marks has two thousand. */
const longestShort = 8192
/** Where a text is unmasked: what arrived stays as it is, for the library may have to read it after all. */
const unmasked = Buffer.allocUnsafe(longestShort)

/** The bytes of an unmasked text frame. */
export function frameOf(text: string): Buffer {
  const length = Buffer.byteLength(text)
  const header = length < twoBytes ? 2 : length <= 0xffff ? 4 : 10
  const frame = Buffer.allocUnsafe(header + length)
  frame[0] = wholeText
  frame[1] = header === 2 ? length : header === 4 ? twoBytes : eightBytes
  if (header === 4) frame.writeUInt16BE(length, 2)
  if (header === 10) frame.writeBigUInt64BE(BigInt(length), 2)
  frame.write(text, header)
  return frame
}

/** Writes the frame and answers true; false where the library holds something back, which would be overtaken, or has no stream to write to. */
export function wroteFrame(socket: Socket, frame: Buffer): boolean {
  const stream = socket.conn.transport.writable ? streamOf(socket) : undefined
  stream?.write(frame)
  return stream !== undefined
}

/**
 * The text of what a page sent, when it is one whole frame, masked as it must be, short, and in ASCII; undefined for anything else. The
 * middle of another frame does not look like that by chance.
 */
export function shortTextIn(bytes: Buffer): string | undefined {
  const [first, second = 0] = bytes
  const inTwo = second === (masked | twoBytes)
  const length = inTwo && bytes.length >= 4 ? bytes.readUInt16BE(2) : second - masked
  const mask = inTwo ? 4 : 2
  const begin = mask + maskBytes
  if (first !== wholeText || length < 0 || length > longestShort || bytes.length !== begin + length) return undefined
  let bits = 0
  for (let index = 0; index < length; index++) {
    const byte = (bytes[begin + index] ?? 0) ^ (bytes[mask + (index & 3)] ?? 0)
    bits |= byte
    unmasked[index] = byte
  }
  return bits < 0x80 ? unmasked.toString('latin1', 0, length) : undefined
}
