/** The wire is a contract with programs of others: it changes only on purpose, together with a line in `docs/protocol.md`. */
import { readFileSync } from 'node:fs'
import { refusals } from '@bang-diem/shared/language/vi/refusals.ts'
import { sha256 } from '@bang-diem/shared/ledger/sha256.ts'
import { downSchemas } from '@bang-diem/shared/protocol/down.ts'
import { upSchemas } from '@bang-diem/shared/protocol/up.ts'
import { protocolVersion } from '@bang-diem/shared/protocol/version.ts'
import { commandSchema } from '@bang-diem/shared/rules/commands.ts'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { shapeOf } from './shape.ts'
import { namedIn, wire } from './wire.ts'

const text = readFileSync(new URL('../../docs/protocol.md', import.meta.url), 'utf8')
/** The last line of the history of a chapter: `| 1 | commands | 0123456789abcdef | … |`. */
const lastPinned = (chapter: string) =>
  [...text.matchAll(/^\| (\d+) \| ([a-z]+) \| ([0-9a-f]{16}) \|/gm)].filter(([, , named]) => named === chapter).at(-1)

describe('P-29: the wire', () => {
  test.each(Object.entries(wire))(
    'P-29: the schemas of %s are those that docs/protocol.md names last',
    (chapter, schema) => {
      const digest = sha256(JSON.stringify(shapeOf(schema, namedIn(chapter)))).slice(0, 16)
      expect(lastPinned(chapter)?.slice(1)).toEqual([String(protocolVersion), chapter, digest])
    },
  )

  test('P-29: a shape tells bounds, patterns, options and keys apart', () => {
    const schemas = [
      v.pipe(v.string(), v.maxLength(3)),
      v.pipe(v.string(), v.maxLength(4)),
      v.pipe(v.string(), v.regex(/^a$/)),
      v.pipe(v.string(), v.regex(/^b$/)),
      v.picklist(['a']),
      v.picklist(['a', 'b']),
      v.strictObject({ a: v.string() }),
      v.strictObject({ a: v.optional(v.string()) }),
      v.object({ a: v.string() }),
      v.array(v.string()),
      v.array(v.number()),
      v.nullable(v.string()),
      v.record(v.string(), v.string()),
      v.variant('type', [v.object({ type: v.literal('a') })]),
    ]
    expect(new Set(schemas.map((schema) => JSON.stringify(shapeOf(schema)))).size).toBe(schemas.length)
  })

  test('P-29: every command, every message, every refusal and every kind of entry is named there', () => {
    const commands = commandSchema.options.map((option) => option.entries.type.literal)
    const names = [...commands, ...Object.keys(upSchemas), ...Object.keys(downSchemas), ...Object.keys(refusals.of)]
    expect(names.filter((name) => !text.includes(`\`${name}`))).toEqual([])
  })
})
