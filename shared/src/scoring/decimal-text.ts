/** Schemas of decimal strings, the only form in which scored numbers cross a boundary (SPEC S-1). */
import * as v from 'valibot'
import { DECIMAL_FORM } from './exact.ts'

/** Long enough for any figure of a contest; a limit at all, because exact arithmetic grows with its digits. */
const LONGEST = 20

/** Any decimal number. */
export const decimalText = v.pipe(v.string(), v.maxLength(LONGEST), v.regex(DECIMAL_FORM, 'a decimal such as "8.25"'))

/** Zero or more. */
export const pointsText = v.pipe(
  v.string(),
  v.maxLength(LONGEST),
  v.regex(/^\d+(\.\d+)?$/, 'a decimal such as "0.25", not negative'),
)

/** More than zero. */
export const positiveText = v.pipe(
  v.string(),
  v.maxLength(LONGEST),
  v.regex(/^(?=.*[1-9])\d+(\.\d+)?$/, 'a decimal such as "1.5", above zero'),
)
