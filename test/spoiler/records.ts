/**
 * What the hall got, moment by moment, and the comparison of two halls. It knows bytes, order and moments; only to say by which
 * channel two halls were told apart does it look into them.
 */
import { isDeepStrictEqual } from 'node:util'

export interface Heard {
  /** Who in the hall: `stage`, `audience`, `late-3`, …, or `http`. */
  readonly by: string
  /** The act of the story after which it came, counted from 0. */
  readonly act: number
  /** Hub time in ms since the hub's start. */
  readonly at: number
  readonly text: string
}

export const channels = ['snapshot', 'delta', 'HTTP', 'order', 'timing'] as const
/** How one hall was told apart from the other. `other`: by any other message, such as a beat or an answer. */
export type Channel = (typeof channels)[number] | 'other'

export interface Difference {
  readonly channel: Channel
  readonly act: number
  readonly by: string
  readonly a: string
  readonly b: string
}

export interface Comparison {
  /** Bytes that were equal, of one of the two halls. */
  readonly bytes: number
  readonly difference: Difference | null
}

/** Compares everything heard before the act `until`; of several differences it tells the earliest. */
export function compareHalls(a: readonly Heard[], b: readonly Heard[], until: number): Comparison {
  const [ours, theirs] = [byListener(a, until), byListener(b, until)]
  let bytes = 0
  let earliest: Difference | null = null
  for (const by of new Set([...ours.keys(), ...theirs.keys()])) {
    const compared = compareStreams(ours.get(by) ?? [], theirs.get(by) ?? [])
    bytes += compared.bytes
    const { difference } = compared
    if (difference && (earliest === null || difference.act < earliest.act)) earliest = difference
  }
  return { bytes, difference: earliest }
}

function byListener(all: readonly Heard[], until: number): Map<string, Heard[]> {
  const streams = new Map<string, Heard[]>()
  for (const heard of all) {
    if (heard.act >= until) continue
    const stream = streams.get(heard.by)
    if (stream) stream.push(heard)
    else streams.set(heard.by, [heard])
  }
  return streams
}

function compareStreams(a: readonly Heard[], b: readonly Heard[]): Comparison {
  let bytes = 0
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const [one, other] = [a[index], b[index]]
    if (one?.text !== other?.text || one?.at !== other?.at) {
      const moved = includesText(b.slice(index), one) && includesText(a.slice(index), other)
      return { bytes, difference: told(one, other, moved) }
    }
    bytes += Buffer.byteLength(one?.text ?? '')
  }
  return { bytes, difference: null }
}

function includesText(stream: readonly Heard[], heard: Heard | undefined): boolean {
  return heard !== undefined && stream.some(({ text }) => text === heard.text)
}

/** `moved`: both halls hear both messages, only not at the same moments. */
function told(a: Heard | undefined, b: Heard | undefined, moved: boolean): Difference {
  const first = [a, b].filter((each) => each !== undefined).sort((one, other) => one.at - other.at)[0]
  if (first === undefined) throw new RangeError('two absent messages do not differ')
  const channel = moved ? 'timing' : a && b ? channelOf(a, b, first) : kindOf(first)
  return { channel, act: first.act, by: first.by, a: shown(a), b: shown(b) }
}

function channelOf(a: Heard, b: Heard, first: Heard): Channel {
  if (kindOf(a) !== kindOf(b)) return kindOf(first)
  return isDeepStrictEqual(parsed(a.text), parsed(b.text)) ? 'order' : kindOf(first)
}

function kindOf({ by, text }: Heard): Channel {
  if (by === 'http') return 'HTTP'
  if (text.startsWith('42["snapshot"')) return 'snapshot'
  return text.startsWith('42["delta"') ? 'delta' : 'other'
}

/** The JSON in a message of any kind, from its first bracket on; the text itself where there is none. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text.slice(text.search(/[[{]/)))
  } catch (error) {
    if (error instanceof SyntaxError) return text
    throw error
  }
}

function shown(heard: Heard | undefined): string {
  return heard ? `at ${heard.at} ms: ${heard.text}` : 'nothing'
}
