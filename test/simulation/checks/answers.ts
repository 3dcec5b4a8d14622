/**
 * No answer says anything that was not so when it was given: an acknowledged command was written by then, and a refused one was not. A
 * refusal that tells of the hub's moment alone says nothing of the command.
 */
import type { World } from '../world.ts'

/** Said of the moment; the page asks again. */
const passing: ReadonlySet<string> = new Set([
  'ledger-unavailable',
  'hub-stopping',
  'hub-behind',
  'too-many-requests',
  'seat-required',
  'seat-revoked',
  'seat-taken-over',
])

export function checkAnswers({ records, truth }: World): readonly string[] {
  const writtenAt = new Map<string, number>()
  truth.moments.forEach(({ by, commandId }, index) => {
    if (commandId !== '' && !writtenAt.has(`${by} ${commandId}`)) writtenAt.set(`${by} ${commandId}`, index)
  })
  return records.said.flatMap(({ seat, id, ack, hub, moments }) => {
    const at = writtenAt.get(`${seat} ${id}`)
    const wasWritten = at !== undefined && at < moments
    if (ack.ok && !wasWritten) return [`${hub} acknowledged ${seat} ${id} before it was written`]
    if (!ack.ok && wasWritten && !passing.has(ack.refusal.code)) {
      return [
        `${hub} refused ${seat} ${id} with ${ack.refusal.code}, and it was written as commit ${truth.moments[at]?.number}`,
      ]
    }
    return []
  })
}
