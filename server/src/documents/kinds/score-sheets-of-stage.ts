/** Every sheet of a stage in one file, round by round: for the archive, beside the minutes. */
import { judgedCriteria } from '@bang-diem/shared/contest/lookups.ts'
import type { About, DocumentKind, Making } from '../document.ts'
import { filledSheets, hasNoSheets, missingSheets } from '../parts/filled-sheets.ts'
import { stageFoot } from '../parts/foot.ts'
import { lacksTeams } from '../parts/lacks.ts'
import { paperOf } from '../parts/paper-of.ts'
import { stageTable } from '../parts/stage-table.ts'

type OfStage = Extract<About, { kind: 'stage' }>

const title = { vi: 'Toàn bộ phiếu chấm điểm', en: 'All score sheets' }

export const scoreSheetsOfStage: DocumentKind<OfStage> = {
  name: 'score-sheets-all',
  title,
  about: 'stage',
  takes: ['team', 'judge'],
  asCertified: true,
  applies: ({ stage }) => stage.rounds.some((round) => judgedCriteria(round).length > 0),
  formats: ['pdf'],
  lacks: (making) => {
    const teams = lacksTeams(making.state, making.about.stage)
    if (teams.length > 0) return teams
    const missing = eachRound(making).flatMap((round) => missingSheets(round))
    return missing.length === 0 ? [] : [{ code: 'sheets-missing', missing }]
  },
  isEmpty: (making) => hasNoSheets(making, making.about.stage.rounds),
  paper: (making) =>
    paperOf(making, title, {
      numbered: false,
      foot: stageFoot(making, stageTable(making.state, making.about.stage)),
      leaves: eachRound(making).flatMap((round) => filledSheets(round)),
    }),
}

function eachRound(making: Making<OfStage>): Making<Extract<About, { kind: 'round' }>>[] {
  const { stage } = making.about
  return stage.rounds.map((round) => ({ ...making, about: { kind: 'round', stage, round } }))
}
