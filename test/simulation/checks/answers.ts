/**
 * No answer says anything that was not so when it was given: an acknowledged command was written by then, and a refused one was not. A
 * refusal that tells of the hub's moment alone says nothing of the command.
 */
import type { Truth } from '../truth.ts'
import type { World } from '../world.ts'

/** Said of the moment; the page asks again. */
const passing: ReadonlySet<string> = new Set([
  'hub-stopping',
  'hub-behind',
  'too-many-requests',
  'seat-required',
  'seat-revoked',
  'seat-taken-over',
])

/** From one moment on, up to another at which it was lost. */
interface Span {
  readonly from: number
  to: number
  readonly number: number
}

/** Where others may append, a hub that was refused by the medium need not know what they have written. */
const passingWhereShared = 'ledger-unavailable'

export function checkAnswers({ records, truth, medium }: World): readonly string[] {
  const written = spansOf(truth)
  return records.said.flatMap(({ seat, id, ack, hub, moments }) => {
    const spans = (written.get(`${seat} ${id}`) ?? []).filter(({ from }) => from < moments)
    if (ack.ok && spans.length === 0) return [`${hub} acknowledged ${seat} ${id} before it was written`]
    const now = spans.find(({ to }) => to >= moments)
    if (ack.ok || !now || passing.has(ack.refusal.code)) return []
    if (medium.kind === 'own' || ack.refusal.code !== passingWhereShared) {
      return [`${hub} refused ${seat} ${id} with ${ack.refusal.code}, and it was written as commit ${now.number}`]
    }
    return []
  })
}

/** When each command was written, by seat and id. */
function spansOf({ moments }: Truth): ReadonlyMap<string, readonly Span[]> {
  const spans = new Map<string, Span[]>()
  for (const [index, { by, commandId, number, lost }] of moments.entries()) {
    if (lost !== null) {
      for (const span of [...spans.values()].flat()) if (span.number > lost) span.to = Math.min(span.to, index)
    }
    if (commandId === '') continue
    const key = `${by} ${commandId}`
    spans.set(key, [...(spans.get(key) ?? []), { from: index, to: Number.POSITIVE_INFINITY, number }])
  }
  return spans
}
