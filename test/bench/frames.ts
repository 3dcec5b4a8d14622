/**
 * The text frames of Socket.IO over a WebSocket, written and read by hand: the generator must cost as little as it can, and a bare
 * relay must be able to speak with the same generator.
 */
import type { Sheet } from './sheets.ts'

/** Engine.IO's ping and its answer, and Socket.IO's connect. */
export const ping = '2'
export const pong = '3'
export const connect = '40'

export function commandFrame(ack: number, command: object): string {
  return `42${ack}["command",${JSON.stringify(command)}]`
}

/** A judge's sheet, as the judge's page sends it; `id` must be the judge's own. */
export function sheetFrame(ack: number, id: string, { round, team, marks }: Sheet): string {
  return commandFrame(ack, { id, type: 'submitSheet', round, team, run: 0, revision: 0, marks })
}

/** The number of the acknowledgement that a frame is; undefined when it is something else. */
export function ackOf(frame: string): number | undefined {
  return frame.startsWith('43') ? Number.parseInt(frame.slice(2), 10) : undefined
}

export function isAccepted(frame: string): boolean {
  return frame.includes('[{"ok":true')
}

/** The commit of an accepted command. */
export function commitOf(frame: string): number {
  return Number(/"commit":(\d+)/.exec(frame)?.[1])
}

export function isDelta(frame: string): boolean {
  return frame.startsWith('42["delta"')
}

/** How many sheets are in, in a delta that says so. */
export function submittedOf(frame: string): number | undefined {
  const found = /"submitted":(\d+)/.exec(frame)?.[1]
  return found === undefined ? undefined : Number(found)
}
