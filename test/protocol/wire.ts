/** Everything that goes over the wire, by chapter of `docs/protocol.md`. */
import { definitionSchema } from '@bang-diem/shared/contest/definition.ts'
import { factSchema } from '@bang-diem/shared/ledger/facts.ts'
import { revealSchema, sceneSchema } from '@bang-diem/shared/ledger/reveals.ts'
import { ackSchema, downSchemas, heldAnswerSchema, joinedSchema } from '@bang-diem/shared/protocol/down.ts'
import { handshakeSchema, joinSchema, seatRequestSchema, upSchemas } from '@bang-diem/shared/protocol/up.ts'
import { commandSchema } from '@bang-diem/shared/rules/commands.ts'
import * as ofDesks from '@bang-diem/shared/views/desk-entries.ts'
import * as ofEveryView from '@bang-diem/shared/views/entries.ts'
import * as ofHall from '@bang-diem/shared/views/hall-entries.ts'
import * as ofJudges from '@bang-diem/shared/views/judge-entries.ts'
import * as ofShow from '@bang-diem/shared/views/show-entries.ts'

/** A view's entries; the parts that they share are pinned inside them. */
const entries = Object.entries({ ...ofEveryView, ...ofHall, ...ofShow, ...ofDesks, ...ofJudges })
  .filter(([name]) => name.endsWith('Entry'))
  .sort(([a], [b]) => (a < b ? -1 : 1))

export const wire = {
  definition: definitionSchema,
  commands: commandSchema,
  up: { ...upSchemas, handshake: handshakeSchema, join: joinSchema, seats: seatRequestSchema },
  down: { ...downSchemas, ack: ackSchema, held: heldAnswerSchema, joined: joinedSchema },
  reveals: { reveal: revealSchema, scene: sceneSchema },
  entries: Object.fromEntries(entries),
  facts: factSchema,
} as const

/** Schemas that others contain, each with its chapter. */
const contained: readonly (readonly [schema: unknown, chapter: string])[] = [
  [definitionSchema, 'definition'],
  [commandSchema, 'commands'],
  [sceneSchema, 'reveals'],
  [revealSchema, 'reveals'],
]

/** What stands for itself in a chapter: a change in another chapter's schema is a change of that chapter alone. */
export function namedIn(chapter: string): ReadonlyMap<unknown, string> {
  return new Map(contained.filter(([, own]) => own !== chapter))
}
