/**
 * Keeps the screen of a phone on while a judge is thinking.
 *
 * Over TLS the browser has a wake lock for this. A hall's Wi-Fi is plain HTTP, where it is missing: there a small, nearly invisible
 * video plays, since a screen does not go dark under a film. It starts only from a tap; neither way is certain (a battery saver
 * may overrule both), so the pages also show a line of advice.
 *
 * What is known of the video: it needs an audio track (a silent one) and must not be `muted`, or browsers take it for decoration;
 * Chromium wants it to cover a good part of the page; WebKit lets the screen go dark under `loop`, so it is set back by hand.
 * `awake.mp4` is four black seconds of 16 × 16 pixels with silence, 2 kB, fetched from the hub because a content policy forbids
 * `data:` media.
 */
import film from './awake.mp4?no-inline'

/** What keeps the screen on: `none` until the first tap, and where the browser allows neither. */
export type AwakeBy = 'wake-lock' | 'video' | 'none'

export class KeepAwake {
  #by: AwakeBy = 'none'
  #wanted = false
  #lock: WakeLockSentinel | null = null
  #video: HTMLVideoElement | null = null

  get by(): AwakeBy {
    return this.#by
  }

  /** Call it from a tap: browsers let nothing play on a page that nobody has touched. */
  async start(): Promise<AwakeBy> {
    if (!this.#wanted) document.addEventListener('visibilitychange', this.#again)
    this.#wanted = true
    this.#by = (await this.#takeLock()) ? 'wake-lock' : (await this.#play()) ? 'video' : 'none'
    return this.#by
  }

  async stop(): Promise<void> {
    this.#wanted = false
    this.#by = 'none'
    document.removeEventListener('visibilitychange', this.#again)
    this.#video?.remove()
    this.#video = null
    await this.#lock?.release()
    this.#lock = null
  }

  /** A hidden page loses its lock and its video is paused; a visible one gets them back. */
  readonly #again = () => {
    if (this.#wanted && document.visibilityState === 'visible') void this.start()
  }

  async #takeLock(): Promise<boolean> {
    if (!('wakeLock' in navigator)) return false
    if (this.#lock?.released === false) return true
    try {
      this.#lock = await navigator.wakeLock.request('screen')
      return true
    } catch {
      // A battery saver says no in this way; the video is the next attempt.
      return false
    }
  }

  async #play(): Promise<boolean> {
    this.#video ??= addVideo()
    try {
      await this.#video.play()
      return true
    } catch {
      // Not from a tap, or no such codec: the line of advice is all that is left.
      return false
    }
  }
}

function addVideo(): HTMLVideoElement {
  const video = document.createElement('video')
  video.src = film
  video.playsInline = true
  video.setAttribute('aria-hidden', 'true')
  video.style.cssText = 'position:fixed;inset:0;width:100%;height:100%;object-fit:fill;opacity:.01;pointer-events:none'
  video.addEventListener('timeupdate', () => {
    if (video.currentTime > video.duration / 2) video.currentTime = 0
  })
  document.body.append(video)
  return video
}
