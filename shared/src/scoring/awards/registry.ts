/** Every kind of award that a stage may give: one line each. */
import * as v from 'valibot'
import { type BoundChoice, chosen } from '../choice.ts'
import type { AwardInput, AwardVerdict } from './award.ts'
import { band } from './band.ts'
import { best } from './best.ts'
import { others } from './others.ts'
import { picked } from './picked.ts'
import { places } from './places.ts'
import { quota } from './quota.ts'

export const awardKinds = [places, band, quota, others, best, picked] as const

export const awardSchema = v.variant(
  'by',
  awardKinds.map((kind) => kind.schema),
)
export type Award = v.InferOutput<typeof awardSchema>

/** True for awards of the main list, of which a team has at most one; the others are side awards. */
export function isMainAward(award: Award): boolean {
  return chosen(awardKinds, award.by).main
}

/** The chosen kind, ready to find its winners and to print its rule. */
export function awardRule(award: Award): BoundChoice<AwardInput, AwardVerdict> {
  return chosen(awardKinds, award.by).bind(award)
}
