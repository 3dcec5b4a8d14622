/**
 * Schemas of the texts in scoring rules: decimal strings (SPEC S-1) and ids. A failed check carries a code, not words: whoever reports
 * the problem has the words. The lengths are bounded because exact arithmetic grows with its digits.
 */
import * as v from 'valibot'

/** Zero or more. */
export const pointsText = v.pipe(v.string(), v.regex(/^(0|[1-9]\d{0,8})(\.\d{1,6})?$/, 'not-a-decimal'))

/** More than zero. */
export const positiveText = v.pipe(v.string(), v.regex(/^(?=.*[1-9])(0|[1-9]\d{0,8})(\.\d{1,6})?$/, 'not-a-decimal'))

/** The id of a round, a criterion, a question. */
export const idText = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/, 'not-an-id'))
