/**
 * The small values that definitions and messages are made of: ids, decimal strings, dates, texts with a bound.
 * It knows no contest.
 */
import * as v from 'valibot'

/**
 * Ids of teams, rounds, commands …: `[a-z0-9-]{1,40}`. Ids become keys of records, and valibot drops the two that every object has
 * already: a criterion of that name would lose its marks.
 */
export const idSchema = v.pipe(v.string(), v.regex(/^(?!(?:constructor|prototype)$)[a-z0-9-]{1,40}$/, 'not-an-id'))

/** A decimal number as text, such as `"8.25"`: no sign, no exponent, at most 9 digits before and 6 after the point. */
export const decimalSchema = v.pipe(v.string(), v.regex(/^(0|[1-9]\d{0,8})(\.\d{1,6})?$/, 'not-a-decimal'))

/** A decimal number above zero, for maxima, weights and steps. */
export const positiveDecimalSchema = v.pipe(
  decimalSchema,
  v.check((text) => /[1-9]/.test(text), 'too-small'),
)

/** A calendar day, `2026-10-14`. */
export const dateSchema = v.pipe(v.string(), v.isoDate('not-a-date'))

/** A text for people: trimmed, normalised to NFC (phones send both forms), not empty, at most `longest` characters. */
export function textSchema(longest: number) {
  return v.pipe(
    v.string(),
    v.transform((text) => text.normalize('NFC').trim()),
    v.minLength(1, 'too-short'),
    v.maxLength(longest, 'too-long'),
  )
}

/** A whole number of seconds up to a day. */
export const secondsSchema = v.pipe(v.number(), v.safeInteger('wrong-type'), v.minValue(0), v.maxValue(86_400))
