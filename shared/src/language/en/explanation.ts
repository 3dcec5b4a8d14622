/** The words around a derivation, in English. */
import type { ExplanationWords } from '../explanation.ts'

export const explanationWords: ExplanationWords = {
  place: 'Total and place',
  notMarking: (judge, reason) => `${judge}: did not mark (${reason})`,
}
