/**
 * A view: a flat record of small JSON values, a pure function of the durable state. Values that have not changed keep their identity
 * where that is cheap, so that a feed can skip them without looking inside.
 */
export type View = Map<string, unknown>

/** Who a view is made for. Judges have one each; the head judge's is wider. */
export type Audience = 'hall' | 'mc' | 'desk' | `judge:${string}` | `head:${string}`
