/** When everything has healed: all hubs have the same head, all pages of an audience the same view, and every outbox is empty. */
import { subscriptionOf } from '@bang-diem/server/seats.ts'
import { viewFor } from '@bang-diem/shared/views/audiences.ts'
import { pictureOf } from '../truth.ts'
import type { Cast, World } from '../world.ts'

type Phone = Cast['phones'][number]

export function checkEnding(world: World, { phones }: Cast): readonly string[] {
  return [...heads(world), ...phones.flatMap((phone) => [...view(world, phone), ...outbox(world, phone)])]
}

function heads({ hubs, medium, definition }: World): readonly string[] {
  const head = medium.head(definition.id)
  return hubs.runs().flatMap(({ edge, hub }) => {
    const own = hub?.room(definition.id)?.state.head
    if (own?.number === head.number && own.hash === head.hash) return []
    return [`${edge.name} ends at commit ${own?.number}, the ledger at commit ${head.number}`]
  })
}

function view({ truth }: World, { name, ticket, connection }: Phone): readonly string[] {
  const audience = ticket ? subscriptionOf(truth.state, ticket.seat).audience : 'hall'
  const [shown, is] = [pictureOf(connection.entries), pictureOf(viewFor(truth.state, audience))]
  return shown === is ? [] : [`${name} ends with another view than the ledger's: ${difference(shown, is)}`]
}

function difference(one: string, other: string): string {
  let at = 0
  while (at < one.length && one[at] === other[at]) at += 1
  const around = (text: string) => text.slice(Math.max(0, at - 60), at + 60)
  return `${around(one)} instead of ${around(other)}`
}

/** Nothing waits, and nothing that the phone had kept is gone. */
function outbox({ records, definition }: World, { name, ticket, outbox: list, memory }: Phone): readonly string[] {
  if (!ticket || !list) return []
  const waiting = list.items.filter(({ state }) => state === 'stored' || state === 'sending')
  const received = list.items.filter((item) => item.state === 'recorded' && !item.durable)
  const prefix = `${ticket.history}/${ticket.seat}/`
  const kept = [...memory.promised].flatMap((key) => (key.startsWith(prefix) ? [key.slice(prefix.length)] : []))
  const lost = kept.filter((id) => !list.items.some((item) => item.id === id))
  return [
    ...waiting.map(({ id }) => `${name}: ${id} still waits in ${definition.id}`),
    ...received.map(({ id }) => `${name} was never told that ${id} is durable`),
    ...lost.map((id) => `${name} had kept ${id} and has lost it (${records.commands.has(`${ticket.seat} ${id}`)})`),
  ]
}
