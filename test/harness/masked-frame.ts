/**
 * One text as a page sends it: a whole WebSocket frame, masked (RFC 6455, section 5.2). For tests that say where a packet ends, and for
 * loads that are prepared before the clock starts.
 */

const mask = Buffer.from([0x5a, 0x13, 0xc7, 0x88])

/** The bytes of the frame; the text has at most 65,535 bytes. */
export function maskedFrame(text: string): Buffer {
  const body = Buffer.from(text)
  const { length } = body
  const header = length < 126 ? [0x81, 0x80 | length] : [0x81, 0x80 | 126, length >> 8, length & 0xff]
  for (const [index, byte] of body.entries()) body[index] = byte ^ (mask[index % mask.length] ?? 0)
  return Buffer.concat([Buffer.from(header), mask, body])
}
