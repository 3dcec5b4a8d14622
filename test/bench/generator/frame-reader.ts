/**
 * Reads what a server says as whole texts: WebSocket frames that are not masked (RFC 6455, section 5.2), however they are cut into packets.
 * The library's reader would cost the generator, and so the machine that both sides share, as much as everything else it does.
 */

const text = 0x81
const twoBytes = 126
const eightBytes = 127

/** Passes on the text of each text frame in what it is given; frames of other kinds are passed over. */
export function frameReader(onText: (text: string) => void): (packet: Buffer) => void {
  let rest: Buffer | undefined
  return (packet) => {
    const bytes = rest ? Buffer.concat([rest, packet]) : packet
    let at = 0
    for (;;) {
      const body = bodyAt(bytes, at)
      if (!body || body.end > bytes.length) break
      if (bytes[at] === text) onText(bytes.toString('utf8', body.begin, body.end))
      at = body.end
    }
    rest = at < bytes.length ? bytes.subarray(at) : undefined
  }
}

/** Where the frame's text begins and ends; undefined while its length has not arrived. */
function bodyAt(bytes: Buffer, at: number): { readonly begin: number; readonly end: number } | undefined {
  const short = bytes[at + 1]
  if (short === undefined) return undefined
  const begin = at + 2 + (short === twoBytes ? 2 : short === eightBytes ? 8 : 0)
  if (begin > bytes.length) return undefined
  if (short === twoBytes) return { begin, end: begin + bytes.readUInt16BE(at + 2) }
  if (short === eightBytes) return { begin, end: begin + Number(bytes.readBigUInt64BE(at + 2)) }
  return { begin, end: begin + short }
}
