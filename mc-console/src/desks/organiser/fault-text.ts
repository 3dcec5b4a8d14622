/** Why an HTTP call did not do its work, in words. */
import type { ApiOutcome } from '@bang-diem/shared/link/http.ts'
import { asTheyAre, codeText, refusalText } from '../../model/refusal-text.ts'
import { tongue } from '../../shell/tongue.svelte.ts'

export type ApiFault = Extract<ApiOutcome<unknown>, { readonly ok: false }>

export function faultText(fault: ApiFault): string {
  const words = tongue.words.organiser
  if (fault.kind === 'no-connection') return words.unreachable
  if (fault.status === 401 || fault.status === 403) return words.keyWrong
  return fault.refusal === null ? codeText('') : refusalText(fault.refusal, asTheyAre)
}
