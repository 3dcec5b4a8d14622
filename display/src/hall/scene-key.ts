/**
 * When one scene becomes another: a new key is a new picture that is drawn from nothing and cross-fades in, so that no figure
 * of the previous team can stay on it. Under the same key the picture goes on and its rows glide.
 */
import type { Scene } from './hall.ts'

export function sceneKey(scene: Scene | undefined): string {
  if (scene === undefined) return 'before'
  switch (scene.kind) {
    case 'stand-by':
      return 'stand-by'
    case 'title':
      return `title/${scene.stage ?? ''}`
    case 'session':
      return `session/${scene.session}`
    case 'award':
      return `award/${scene.stage}/${scene.award}`
    case 'qualifiers':
      return `qualifiers/${scene.stage}`
    case 'line-up':
    case 'round-standings':
      return `${scene.kind}/${scene.round}`
    case 'team':
    case 'performance':
    case 'progress':
      return `${scene.kind}/${scene.round}/${scene.team}`
    case 'score':
      return `score/${scene.round}/${scene.team}/${scene.correction ? 'correction' : ''}`
    case 'standings':
      return `standings/${scene.stage}/${scene.final ? 'final' : 'interim'}`
    case 'ceremony':
      return `ceremony/${scene.stage}/${scene.category ?? ''}`
  }
}
