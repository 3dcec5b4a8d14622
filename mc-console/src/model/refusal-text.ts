/** Why something was not done, in the page's language and with the contest's names; never a code alone. */
import type { Names } from '@bang-diem/shared/language/names.ts'
import { tellRefusal, type UncheckedRefusal } from '@bang-diem/shared/language/refusals.ts'
import { tongue } from '../shell/tongue.svelte.ts'

export function refusalText(refusal: UncheckedRefusal, names: Names): string {
  return tellRefusal(refusal, tongue.language, names)
}

/** Ids instead of names, where no contest is known yet. */
export const asTheyAre: Names = {
  team: (id) => id,
  judge: (id) => id,
  round: (id) => id,
  stage: (id) => id,
  criterion: (_round, id) => id,
}

/** A refusal where no contest is known yet, such as of a link. */
export function codeText(code: string): string {
  return refusalText({ code }, asTheyAre)
}
