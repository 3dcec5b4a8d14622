/** Stories that nobody wrote: arbitrary contests, played by arbitrary people. */
import { sha256 } from '@bang-diem/server/sha256.ts'
import type { Definition } from '@bang-diem/shared/contest/definition.ts'
import type { FactType } from '@bang-diem/shared/ledger/facts.ts'
import { commandSchema } from '@bang-diem/shared/rules/commands.ts'
import { decide } from '@bang-diem/shared/rules/decide.ts'
import { definitionHash } from '@bang-diem/shared/rules/organise.ts'
import * as fc from 'fast-check'
import * as v from 'valibot'
import { anyMoves, type Move } from './random-choice.ts'
import { anyDefinition } from './random-contest.ts'
import { askedIn } from './random-play.ts'
import { given, type Story } from './rulebook.ts'

export const anyPlay = fc.tuple(anyDefinition, anyMoves)
export const context = { entropy: 'ab'.repeat(32), sha256 }

/** Plays all moves; `onCommit` is called after each that was accepted, with the types of its facts. */
export function playAll(
  [definition, moves]: [Definition, readonly Move[]],
  onCommit: (story: Story, facts: readonly FactType[]) => void = () => undefined,
  onAsked: (story: Story, move: Move) => void = () => undefined,
): Story {
  const definitionDigest = definitionHash(definition, sha256)
  const story = given({ type: 'contest-created', definition, definitionHash: definitionDigest })
  for (const [index, move] of moves.entries()) {
    onAsked(story, move)
    const [seat, body] = askedIn(story.state, move)
    const command = v.parse(commandSchema, { id: `m${index}`, ...body })
    const decision = decide(story.state, seat, command, context)
    if (!decision.ok) continue
    story.record(seat, decision.facts, command)
    onCommit(
      story,
      decision.facts.map(({ type }) => type),
    )
  }
  return story
}
