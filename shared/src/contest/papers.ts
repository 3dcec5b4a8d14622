/**
 * What a definition says about its printed papers: how they begin, and who signs them. They are texts for people: nothing here can change a number,
 * and the hall is told none of it.
 */
import * as v from 'valibot'
import { letterheadIds } from './letterheads.ts'
import { textSchema } from './primitives.ts'

/** How the printed papers begin and who signs them (SPEC D-24). They are texts only: nothing here can change a number. */
export const papersSchema = v.strictObject({
  letterhead: v.optional(v.picklist(letterheadIds), 'plain'),
  /** The body above the issuer. */
  parent: v.optional(textSchema(160)),
  /** Who issues the papers; without it, the contest's organiser. */
  issuer: v.optional(textSchema(160)),
  /** Lines that stand in place of the template's own at the right. */
  right: v.optional(v.pipe(v.array(textSchema(120)), v.minLength(1), v.maxLength(3))),
  /** Of the dateline: `Vĩnh Thuận`. */
  place: v.optional(textSchema(80)),
  /** The issuing body in the papers' numbers; without it, BTC. */
  symbol: v.optional(textSchema(20)),
  /** The head of the secretaries, who signs. */
  secretary: v.optional(textSchema(80)),
  /** The head of the organisers, who confirms. */
  chair: v.optional(textSchema(80)),
})
export type Papers = v.InferOutput<typeof papersSchema>
