/** Every scene that can be on air: one file and one line each. */
import Ceremony from './Ceremony.svelte'
import LineUp from './LineUp.svelte'
import Performance from './Performance.svelte'
import Progress from './Progress.svelte'
import RoundStandings from './RoundStandings.svelte'
import Score from './Score.svelte'
import StandBy from './StandBy.svelte'
import Standings from './Standings.svelte'
import type { Scenes } from './scene.ts'
import Team from './Team.svelte'
import Title from './Title.svelte'

export const scenes: Scenes = {
  'stand-by': StandBy,
  title: Title,
  'line-up': LineUp,
  team: Team,
  performance: Performance,
  progress: Progress,
  score: Score,
  'round-standings': RoundStandings,
  standings: Standings,
  ceremony: Ceremony,
}
