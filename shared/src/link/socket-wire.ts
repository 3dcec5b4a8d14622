/**
 * The frames of Socket.IO 5 over Engine.IO 4, as far as a page needs them: one namespace, JSON, WebSocket alone. The protocol is
 * public and small; the library's own client weighs four times as much as the rest of the link, on phones that load it over a hall's Wi-Fi.
 * It keeps nothing and opens nothing.
 */

/** What a frame from the hub says. */
export type Frame =
  | { readonly kind: 'opened' }
  | { readonly kind: 'ping' }
  | { readonly kind: 'connected' }
  | { readonly kind: 'refused'; readonly error: unknown }
  | { readonly kind: 'event'; readonly event: string; readonly body: unknown }
  | { readonly kind: 'answer'; readonly id: number; readonly body: unknown }
  | { readonly kind: 'ended' }
  /** Nothing that this page has to know. */
  | { readonly kind: 'other' }

/** The WebSocket address of a hub whose pages are at `address`. */
export function wireAddress(address: string): string {
  return `${address.replace(/^http/, 'ws')}/socket.io/?EIO=4&transport=websocket`
}

export const pong = '3'

export function connectFrame(handshake: object): string {
  return `40${JSON.stringify(handshake)}`
}

/** `id` asks for an answer under that number. */
export function eventFrame(event: string, body: unknown, id: number | null): string {
  return `42${id ?? ''}${JSON.stringify(body === undefined ? [event] : [event, body])}`
}

/** Throws `SyntaxError` when the frame is not one of this protocol's. */
export function readFrame(text: string): Frame {
  switch (text[0]) {
    case '0':
      return { kind: 'opened' }
    case '1':
      return { kind: 'ended' }
    case '2':
      return { kind: 'ping' }
    case '4':
      return readPacket(text)
    default:
      return { kind: 'other' }
  }
}

function readPacket(text: string): Frame {
  const [, kind, id = '', json = ''] = /^4(\d)(\d*)(.*)$/s.exec(text) ?? []
  switch (kind) {
    case '0':
      return { kind: 'connected' }
    case '1':
      return { kind: 'ended' }
    case '2': {
      const [event, body] = listIn(json)
      return typeof event === 'string' ? { kind: 'event', event, body } : { kind: 'other' }
    }
    case '3':
      return { kind: 'answer', id: Number(id), body: listIn(json)[0] }
    case '4':
      return { kind: 'refused', error: JSON.parse(json) }
    default:
      return { kind: 'other' }
  }
}

function listIn(json: string): readonly unknown[] {
  const parsed: unknown = JSON.parse(json)
  if (!Array.isArray(parsed)) throw new SyntaxError('a packet carries a list')
  return parsed
}
