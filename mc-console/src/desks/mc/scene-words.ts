/** What the hall sees now, in words, for the small picture of the stage screen on the MC's desk. */
import type { Scene } from '@bang-diem/shared/ledger/reveals.ts'
import type { ShowNames } from '../../model/show-names.ts'
import type { Words } from '../../shell/words.ts'

export interface ScenePicture {
  /** The kind of scene, small above. */
  readonly kind: string
  readonly heading: string
  readonly line: string
}

/** `announced` answers a score that was revealed, as text; undefined when none was. */
export function pictureOf(
  scene: Scene,
  { scenes, placeOf, ceremonyPlace }: Words['mc'],
  names: ShowNames,
  announced: (round: string, team: string) => string | undefined,
): ScenePicture {
  switch (scene.kind) {
    case 'stand-by':
      return { kind: scenes['stand-by'], heading: names.contestTitle, line: '' }
    case 'title':
      return { kind: scenes.title, heading: names.contestTitle, line: scene.stage ? names.stage(scene.stage) : '' }
    case 'session':
      return { kind: scenes.session, heading: names.session(scene.session), line: names.contestTitle }
    case 'qualifiers':
      return { kind: scenes.qualifiers, heading: names.stage(scene.stage), line: '' }
    case 'award':
      return { kind: scenes.award, heading: names.award(scene.stage, scene.award), line: names.stage(scene.stage) }
    case 'line-up':
      return { kind: scenes['line-up'], heading: names.round(scene.round), line: '' }
    case 'team':
    case 'performance':
      return {
        kind: scenes[scene.kind],
        heading: names.team(scene.team),
        line: `${names.round(scene.round)} · ${placeOf(scene.place, scene.of)}`,
      }
    case 'progress':
      return { kind: scenes.progress, heading: names.team(scene.team), line: names.round(scene.round) }
    case 'score': {
      const score = announced(scene.round, scene.team)
      const line = score === undefined ? names.round(scene.round) : `${names.round(scene.round)} · ${score}`
      return { kind: scene.correction ? scenes.correction : scenes.score, heading: names.team(scene.team), line }
    }
    case 'round-standings':
      return { kind: scenes['round-standings'], heading: names.round(scene.round), line: '' }
    case 'standings':
      return { kind: scene.final ? scenes.final : scenes.standings, heading: names.stage(scene.stage), line: '' }
    case 'ceremony':
      return { kind: scenes.ceremony, heading: names.team(scene.team), line: ceremonyPlace(scene.place) }
  }
}
