/** The frames that pages write and read, held against the library that the hub runs. */
import { connectFrame, eventFrame, readFrame, wireAddress } from '@bang-diem/shared/link/socket-wire.ts'
import fc from 'fast-check'
import { Decoder, Encoder, type Packet, PacketType } from 'socket.io-parser'
import { describe, expect, test } from 'vitest'

const name = fc.string({ minLength: 1 })
const body = fc.jsonValue()

/** What the hub's library understands of a frame, without the engine's leading digit. */
function readByLibrary(frame: string): Packet {
  const read: Packet[] = []
  const decoder = new Decoder()
  decoder.on('decoded', (packet: Packet) => read.push(packet))
  decoder.add(frame.slice(1))
  const [packet] = read
  if (!packet) throw new Error(`the library reads nothing in ${frame}`)
  return packet
}

/** A frame as the hub's library writes it. */
function writtenByLibrary(packet: Packet): string {
  return `4${String(new Encoder().encode(packet)[0])}`
}

describe('O-28: a page and the hub read the same frames', () => {
  test('O-28: an event that asks for an answer', () => {
    fc.assert(
      fc.property(name, body, fc.nat(), (event, value, id) => {
        const packet = readByLibrary(eventFrame(event, value, id))
        expect(packet).toMatchObject({ type: PacketType.EVENT, id, nsp: '/' })
        expect(JSON.stringify(packet.data)).toBe(JSON.stringify([event, value]))
      }),
    )
  })

  test('O-28: an event without a body or a question', () => {
    expect(readByLibrary(eventFrame('resync', undefined, null))).toMatchObject({
      type: PacketType.EVENT,
      data: ['resync'],
    })
    expect(readByLibrary(connectFrame({ protocol: 1 }))).toMatchObject({
      type: PacketType.CONNECT,
      data: { protocol: 1 },
    })
  })

  test('O-28: events and answers of the hub', () => {
    fc.assert(
      fc.property(name, body, fc.nat(), (event, value, id) => {
        const sent = { type: PacketType.EVENT, nsp: '/', data: [event, value] }
        expect(readFrame(writtenByLibrary(sent))).toEqual({
          kind: 'event',
          event,
          body: JSON.parse(JSON.stringify(value)),
        })
        const answer = { type: PacketType.ACK, nsp: '/', id, data: [value] }
        expect(readFrame(writtenByLibrary(answer))).toEqual({
          kind: 'answer',
          id,
          body: JSON.parse(JSON.stringify(value)),
        })
      }),
    )
  })

  test('O-28: a refused handshake, a ping, an end', () => {
    const error = { message: 'seat-revoked', data: { code: 'seat-revoked' } }
    const refused = { type: PacketType.CONNECT_ERROR, nsp: '/', data: error }
    expect(readFrame(writtenByLibrary(refused))).toEqual({ kind: 'refused', error })
    expect(readFrame('2')).toEqual({ kind: 'ping' })
    expect(readFrame(writtenByLibrary({ type: PacketType.DISCONNECT, nsp: '/' }))).toEqual({ kind: 'ended' })
  })

  test('O-28: what is not of this protocol is never taken for an event', () => {
    expect(() => readFrame('42{"not":"a list"}')).toThrow(SyntaxError)
    expect(() => readFrame('42["cut off')).toThrow(SyntaxError)
    expect(readFrame('<html>a log-in page</html>')).toEqual({ kind: 'other' })
  })

  test('O-28: the address follows the page', () => {
    expect(wireAddress('http://192.168.1.5:8080')).toBe('ws://192.168.1.5:8080/socket.io/?EIO=4&transport=websocket')
    expect(wireAddress('https://diem.example')).toMatch(/^wss:\/\/diem\.example\//)
  })
})
