/** Why *Next* cannot be pressed, in words: no connection, another device, or what the hub said is in the way. */
import type { NextEntry } from '@bang-diem/shared/views/show-entries.ts'
import type { Desk } from '../../model/desk.svelte.ts'
import { refusalText } from '../../model/refusal-text.ts'
import { missingOfOne } from '../../parts/missing-words.ts'
import type { Words } from '../../shell/words.ts'

export function whyNot(desk: Desk, offer: NextEntry['next'], words: Words['mc']): string | null {
  if (desk.link.status !== 'live') return words.offline
  if (!desk.mayAct) return words.notDriving
  if (!offer?.block) return null
  return missingOfOne(offer.block, words, desk.roster) ?? refusalText(offer.block, desk.roster)
}
