/** Every scene that can be on air: one file and one line each. */
import Award from './Award.svelte'
import Ceremony from './Ceremony.svelte'
import LineUp from './LineUp.svelte'
import Performance from './Performance.svelte'
import Progress from './Progress.svelte'
import Qualifiers from './Qualifiers.svelte'
import RoundStandings from './RoundStandings.svelte'
import Score from './Score.svelte'
import Session from './Session.svelte'
import StandBy from './StandBy.svelte'
import Standings from './Standings.svelte'
import type { Scenes } from './scene.ts'
import Team from './Team.svelte'
import Title from './Title.svelte'

export const scenes: Scenes = {
  'stand-by': StandBy,
  title: Title,
  session: Session,
  qualifiers: Qualifiers,
  'line-up': LineUp,
  team: Team,
  performance: Performance,
  progress: Progress,
  score: Score,
  'round-standings': RoundStandings,
  standings: Standings,
  ceremony: Ceremony,
  award: Award,
}
