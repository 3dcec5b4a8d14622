/**
 * Every command is in the ledger once at most, and every acknowledged one exactly where its receipt says. What was acknowledged as received
 * may be lost with the medium that had received it; what was told as durable never, and what a judge's phone holds is brought back.
 */
import type { Answered } from '../records.ts'
import type { Cast, World } from '../world.ts'
import { linesOf } from './lines.ts'

type Places = ReadonlyMap<string, readonly { readonly number: number; readonly hash: string }[]>

export function checkOnce(world: World, cast: Cast): readonly string[] {
  const { heard, promises } = world.records
  const places = placesOf(world)
  const twice = [...places].flatMap(([key, found]) =>
    found.length > 1 ? [`${key} was done ${found.length} times: ${found.map(({ number }) => number)}`] : [],
  )
  const strict = world.medium.losses === 0 ? heard : promises
  const lost = strict.filter((answered) => answered.ack.ok && !isThere(places, answered))
  const early = promises.filter(({ wasSafe }) => !wasSafe)
  const { isBroughtBack } = backOn(cast, places)
  const forgotten = heard.filter(({ seat, id, ack }) => ack.ok && !isBroughtBack(seat, id))
  return [
    ...twice,
    ...lost.map((answered) => `${told(answered)}, and it is not there`),
    ...early.map((answered) => `${told(answered)}, was told as durable, and was not`),
    ...forgotten.map((answered) => `${told(answered)}; it was lost, and the judge's phone has not brought it back`),
  ]
}

function told({ seat, id, ack, hub }: Answered): string {
  return `${hub} acknowledged ${seat} ${id}${ack.ok ? ` as commit ${ack.commit}` : ''}`
}

function placesOf(world: World): Places {
  const places = new Map<string, { readonly number: number; readonly hash: string }[]>()
  for (const { by, commandId, number, hash } of linesOf(world)) {
    if (commandId === '') continue
    const key = `${by} ${commandId}`
    places.set(key, [...(places.get(key) ?? []), { number, hash }])
  }
  return places
}

function isThere(places: Places, { seat, id, ack }: Answered): boolean {
  const found = places.get(`${seat} ${id}`)
  return ack.ok && found?.some(({ number, hash }) => number === ack.commit && hash === ack.hash) === true
}

/** What a judge's phone holds is in the ledger, or was refused when it came again, which the judge was told. */
function backOn({ phones }: Cast, places: Places): { isBroughtBack(seat: string, id: string): boolean } {
  const items = new Map<string, string>(
    phones.flatMap(({ ticket, outbox }) =>
      (outbox?.items ?? []).map((item) => [`${ticket?.seat} ${item.id}`, item.state] as const),
    ),
  )
  return {
    isBroughtBack: (seat, id) => {
      const key = `${seat} ${id}`
      return !items.has(key) || items.get(key) === 'refused' || places.has(key)
    },
  }
}
