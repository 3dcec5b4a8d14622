/** Everything that goes over the wire, by chapter of `docs/protocol.md`. */
import { definitionSchema } from '@bang-diem/shared/contest/definition.ts'
import { factSchema } from '@bang-diem/shared/ledger/facts.ts'
import { revealSchema, sceneSchema } from '@bang-diem/shared/ledger/reveals.ts'
import { ackSchema, downSchemas, heldAnswerSchema, joinedSchema } from '@bang-diem/shared/protocol/down.ts'
import { handshakeSchema, joinSchema, seatRequestSchema, upSchemas } from '@bang-diem/shared/protocol/up.ts'
import { commandSchema } from '@bang-diem/shared/rules/commands.ts'
import * as entries from '@bang-diem/shared/views/entries.ts'

export const wire = {
  definition: definitionSchema,
  commands: commandSchema,
  up: { ...upSchemas, handshake: handshakeSchema, join: joinSchema, seats: seatRequestSchema },
  down: { ...downSchemas, ack: ackSchema, held: heldAnswerSchema, joined: joinedSchema },
  reveals: { reveal: revealSchema, scene: sceneSchema },
  entries: Object.fromEntries(Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1))),
  facts: factSchema,
} as const

/** Schemas that others contain: a change in one is a change of its own chapter alone. */
export const chapters: ReadonlyMap<unknown, string> = new Map<unknown, string>([
  [definitionSchema, 'definition'],
  [commandSchema, 'commands'],
  [sceneSchema, 'scene'],
  [revealSchema, 'reveal'],
])
