/** Why a document was not made, in words: what it waits for, what was wrong with the links, or what the hub says. */
import { tellProblem } from '@bang-diem/shared/language/problems.ts'
import { lackSchema } from '@bang-diem/shared/link/documents.ts'
import type { ApiOutcome } from '@bang-diem/shared/link/http.ts'
import * as v from 'valibot'
import { refusalText } from '../../model/refusal-text.ts'
import type { ShowNames } from '../../model/show-names.ts'
import { tongue } from '../../shell/tongue.svelte.ts'
import { lackLines, shortLacks } from './lack-words.ts'

type Fault = Extract<ApiOutcome<unknown>, { readonly ok: false }>

/** More would not fit into a notice. */
const TOLD = 2

const notReady = v.object({ code: v.literal('document-not-ready'), lacks: v.array(lackSchema) })

export function paperFault(fault: Fault, names: ShowNames): string {
  const { words, language } = tongue
  if (fault.kind === 'no-connection') return words.organiser.unreachable
  const { refusal, problems } = fault
  if (problems.length > 0) return problems.map((problem) => tellProblem(problem, language)).join(' ')
  const lacking = v.safeParse(notReady, refusal)
  if (lacking.success) {
    return `${words.papers.notReady}: ${shortLacks(lackLines(lacking.output.lacks, words, names), TOLD, words)}.`
  }
  if (typeof refusal?.title === 'string') return refusal.title
  return refusalText(refusal ?? { code: '' }, names)
}
