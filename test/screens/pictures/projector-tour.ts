/** Every scene of the hall, as the robot's contest brings it up. */
import { expect } from '../../e2e/patience.ts'
import { Stage } from '../../e2e/people/stage.ts'
import type { Venue } from '../../e2e/venue.ts'
import { type Album, sizes } from './album.ts'
import { showOf } from './contest.ts'

/** Cue → the scene that it brings, and the name of the picture. */
const scenes: Readonly<Record<string, readonly [scene: string, picture: string]>> = {
  'chung-ket/title': ['title', 'title'],
  'chao-hoi/line-up': ['line-up', 'line-up'],
  'chao-hoi/ea-ngai/intro': ['team', 'team'],
  'chao-hoi/ea-ngai/perform': ['performance', 'performance'],
  'chao-hoi/ea-ngai/marking': ['progress', 'marking'],
  'chao-hoi/ea-ngai/score': ['score', 'score'],
  'chao-hoi/cong-an/intro': ['team', 'team-long-name'],
  'chao-hoi/standings': ['round-standings', 'round'],
  'kien-thuc/overall': ['standings', 'standings'],
  'chung-ket/place/4': ['ceremony', 'ceremony-fourth'],
  'chung-ket/place/1': ['ceremony', 'ceremony'],
  'chung-ket/final': ['standings', 'final'],
}

export async function projectorTour(venue: Venue, album: Album): Promise<void> {
  const show = await showOf(venue, 'man-chieu')
  const { display } = show.created.links
  const stage = await new Stage(await venue.device('projector')).open(display)
  const phone = await new Stage(await venue.device('large-phone')).open(`${display}&screen=audience`)
  await album.take(stage.page, 'projector-stand-by', sizes.projectors)
  await show.play(async (cue) => {
    const [scene, picture] = scenes[cue] ?? []
    if (scene === undefined) return
    for (const hall of [stage, phone]) await expect(hall.scene(scene)).toBeVisible()
    await album.take(stage.page, `projector-${picture}`, sizes.projectors)
    await album.take(phone.page, `audience-${picture}`, [sizes.phones[1]])
  })
  for (const theme of ['official', 'paper']) {
    const themed = await new Stage(await venue.device('projector')).open(`${display}&theme=${theme}`)
    await album.take(themed.page, `projector-final-${theme}`, sizes.projectors)
  }
  const fit = await new Stage(await venue.device('projector')).open(`${display}&fit=1`)
  await album.take(fit.page, 'projector-fit', sizes.projectors)
  venue.freezeHub()
  try {
    await expect(stage.lostMark).toBeVisible()
    await album.take(stage.page, 'projector-lost', sizes.projectors)
  } finally {
    venue.thawHub()
  }
  await expect(stage.lostMark).toHaveCount(0)
  show.cast.close()
}
