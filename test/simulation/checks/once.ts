/** Every command is in the ledger once at most, and every acknowledged one exactly where its receipt says. */
import type { World } from '../world.ts'
import { linesOf } from './lines.ts'

export function checkOnce(world: World): readonly string[] {
  const faults: string[] = []
  const places = new Map<string, { readonly number: number; readonly hash: string }[]>()
  for (const { by, commandId, number, hash } of linesOf(world)) {
    if (commandId === '') continue
    const key = `${by} ${commandId}`
    places.set(key, [...(places.get(key) ?? []), { number, hash }])
  }
  for (const [key, found] of places) {
    if (found.length > 1) faults.push(`${key} was done ${found.length} times: ${found.map(({ number }) => number)}`)
  }
  for (const { seat, id, ack, hub } of world.records.heard) {
    if (!ack.ok) continue
    const found = places.get(`${seat} ${id}`)?.some(({ number, hash }) => number === ack.commit && hash === ack.hash)
    if (!found) faults.push(`${hub} acknowledged ${seat} ${id} as commit ${ack.commit}, and it is not there`)
  }
  return faults
}
