/** Scenes that were shown by hand stand on air as `show/<scene>`, beside the rundown. */
import type { Words } from '../../shell/words.ts'

/** The words of such a scene; null when it is a cue of the rundown. */
export function shownByHand(onAir: string, { scenes }: Words['mc']): string | null {
  if (!onAir.startsWith('show/')) return null
  const kind = onAir.slice('show/'.length)
  if (kind === 'title' || kind === 'standings') return scenes[kind]
  return scenes['stand-by']
}
