/** Phiếu chấm điểm, filled: every sheet of a round as it was recorded, for the judge to sign. */
import { judgedCriteria } from '@bang-diem/shared/contest/lookups.ts'
import type { AboutRound, DocumentKind } from '../document.ts'
import { filledSheets, hasNoSheets, lacksSheets } from '../parts/filled-sheets.ts'
import { stageFoot } from '../parts/foot.ts'
import { paperOf } from '../parts/paper-of.ts'
import { stageTable } from '../parts/stage-table.ts'

const title = { vi: 'Phiếu chấm điểm (đã chấm)', en: 'Score sheets, filled' }

export const scoreSheets: DocumentKind<AboutRound> = {
  name: 'score-sheets',
  title,
  about: 'round',
  takes: ['team', 'judge'],
  asCertified: true,
  applies: ({ round }) => judgedCriteria(round).length > 0,
  formats: ['pdf'],
  lacks: (making) => lacksSheets(making, [making]),
  isEmpty: (making) => hasNoSheets(making, [making.about.round]),
  paper: (making) =>
    paperOf(making, title, {
      numbered: false,
      foot: stageFoot(making, stageTable(making.state, making.about.stage)),
      leaves: filledSheets(making),
    }),
}
