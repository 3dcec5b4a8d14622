/** The small values that facts and definitions are made of, as SPEC.md bounds them (D-5). Bounds also keep exact arithmetic short. */
import * as v from 'valibot'

/** Records would lose the two names that every object has. */
export const id = v.pipe(v.string(), v.regex(/^(?!(?:constructor|prototype)$)[a-z0-9-]{1,40}$/))

/** Points, zero or more. */
export const decimal = v.pipe(v.string(), v.regex(/^(0|[1-9]\d{0,8})(\.\d{1,6})?$/))

export const positive = v.pipe(v.string(), v.regex(/^(?=.*[1-9])(0|[1-9]\d{0,8})(\.\d{1,6})?$/))

export const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

/** Up to a day. */
export const seconds = v.pipe(whole, v.maxValue(86_400))

/** An object whose keys are ids. A key that the library's own record would pass over in silence is refused. */
export function recordOf<const Value extends v.GenericSchema>(value: Value) {
  const hasIds = v.custom<Record<string, v.InferInput<Value>>>(
    (input) => typeof input === 'object' && input !== null && Object.keys(input).every((key) => v.is(id, key)),
  )
  return v.pipe(hasIds, v.record(v.string(), value))
}
