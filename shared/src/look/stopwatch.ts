/**
 * The stopwatch of a performance at one instant of hub time: elapsed, left, over. It only shows: what is deducted follows from the
 * time that the secretary records.
 */
import type { TimerEntry } from '../views/entries.ts'

export interface Stopwatch {
  readonly running: boolean
  /** Whole seconds since the start, without the pauses. */
  readonly elapsed: number
  /** Whole seconds still left, rounded up, so that "0:00" means that the time is over; null without a limit. */
  readonly left: number | null
  /** Whole seconds beyond the limit. */
  readonly over: number
  /** The smallest warning (seconds left) that has been reached, while time is left; null before the first. */
  readonly warning: number | null
}

/** `hubNow` in ms; `limitSeconds` and `warnSeconds` as in the `round` entry. */
export function stopwatchAt(
  timer: TimerEntry,
  hubNow: number,
  limitSeconds: number | undefined,
  warnSeconds: readonly number[],
): Stopwatch {
  const running = timer.startedAt !== null
  // A clock that is set a little late must not show time before the start.
  const elapsedMs = timer.elapsedMs + (timer.startedAt === null ? 0 : Math.max(0, hubNow - timer.startedAt))
  const elapsed = Math.floor(elapsedMs / 1000)
  if (limitSeconds === undefined) return { running, elapsed, left: null, over: 0, warning: null }
  const left = Math.max(0, Math.ceil(limitSeconds - elapsedMs / 1000))
  const reached = left === 0 ? [] : warnSeconds.filter((seconds) => left <= seconds)
  return {
    running,
    elapsed,
    left,
    over: Math.max(0, elapsed - limitSeconds),
    warning: reached.length === 0 ? null : Math.min(...reached),
  }
}

/** `4:05`, or `1:02:03` from an hour on. */
export function showSeconds(seconds: number): string {
  const two = (part: number) => String(part).padStart(2, '0')
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return `${minutes}:${two(seconds % 60)}`
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`
}
