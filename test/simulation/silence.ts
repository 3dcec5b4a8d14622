/** The library's own sign of life: a hub asks for it now and then, and who gives none is put out. It finds what no close event tells. */
import type { Door } from './ends.ts'

/** How long the library waits before it asks, and then for the answer, in ms. */
const pingMs = 20_000

interface Watched {
  readonly door: Door
  readonly isThere: () => boolean
  readonly answers: () => boolean
  readonly end: () => void
}

export function putOutWhoIsSilent(watched: Watched): void {
  const { door, isThere, answers, end } = watched
  door.life.after(pingMs, () => {
    if (!isThere()) return
    if (answers()) return putOutWhoIsSilent(watched)
    door.life.after(pingMs, () => (answers() ? putOutWhoIsSilent(watched) : end()))
  })
}
