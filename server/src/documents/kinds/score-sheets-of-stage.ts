/** Every sheet of a stage in one file, round by round: for the archive, beside the minutes. */
import { judgedCriteria } from '@bang-diem/shared/contest/lookups.ts'
import type { AboutRound, AboutStage, DocumentKind, Making } from '../document.ts'
import { filledSheets, hasNoSheets, lacksSheets } from '../parts/filled-sheets.ts'
import { stageFoot } from '../parts/foot.ts'
import { paperOf } from '../parts/paper-of.ts'
import { stageTable } from '../parts/stage-table.ts'

const title = { vi: 'Toàn bộ phiếu chấm điểm', en: 'All score sheets' }

export const scoreSheetsOfStage: DocumentKind<AboutStage> = {
  name: 'score-sheets-all',
  title,
  about: 'stage',
  takes: ['team', 'judge'],
  asCertified: true,
  applies: ({ stage }) => stage.rounds.some((round) => judgedCriteria(round).length > 0),
  formats: ['pdf'],
  lacks: (making) => lacksSheets(making, eachRound(making)),
  isEmpty: (making) => hasNoSheets(making, making.about.stage.rounds),
  paper: (making) =>
    paperOf(making, title, {
      numbered: false,
      foot: stageFoot(making, stageTable(making.state, making.about.stage)),
      leaves: eachRound(making).flatMap((round) => filledSheets(round)),
    }),
}

function eachRound(making: Making<AboutStage>): Making<AboutRound>[] {
  const { stage } = making.about
  return stage.rounds.map((round) => ({ ...making, about: { kind: 'round', stage, round } }))
}
