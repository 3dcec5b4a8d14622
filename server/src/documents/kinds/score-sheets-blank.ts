/**
 * Phiếu chấm điểm, blank: for when the phones fail. Each has its team, judge and round on it, in words and as a code, so that who enters it at
 * the secretary's desk lands at the right place.
 */
import { judgedCriteria } from '@bang-diem/shared/contest/lookups.ts'
import { pick } from '@bang-diem/shared/language/say.ts'
import { isExcused } from '@bang-diem/shared/ledger/state.ts'
import { competingIn } from '@bang-diem/shared/rules/entrants.ts'
import type { AboutRound, DocumentKind } from '../document.ts'
import { wantedPlaces } from '../parts/filled-sheets.ts'
import { contestFoot } from '../parts/foot.ts'
import { hasNobody, lacksTeams } from '../parts/lacks.ts'
import { paperAddress } from '../parts/paper-address.ts'
import { paperOf } from '../parts/paper-of.ts'
import { sheetLeaf } from '../parts/sheet-leaf.ts'
import { scoreSheetWords } from '../words/score-sheets.ts'

const title = { vi: 'Phiếu chấm điểm (trống)', en: 'Blank score sheets' }

export const blankScoreSheets: DocumentKind<AboutRound> = {
  name: 'score-sheets-blank',
  title,
  about: 'round',
  takes: ['team', 'judge'],
  asCertified: false,
  applies: ({ round }) => judgedCriteria(round).length > 0,
  formats: ['pdf'],
  lacks: ({ state, about }) => lacksTeams(state, about.stage),
  isEmpty: hasNobody,
  paper: (making) => {
    const { state, about, language } = making
    const words = pick(language, scoreSheetWords)
    const competing = new Set(competingIn(state, about.stage))
    const places = wantedPlaces(making).filter(
      ({ round, team, judge }) => competing.has(team) && !isExcused(state, round, team, judge),
    )
    return paperOf(making, title, {
      numbered: false,
      foot: contestFoot(making),
      leaves: places.map((place) => {
        const caption = `${place.round} · ${place.team} · ${place.judge}`
        const leaf = sheetLeaf(making, place, null, [{ kind: 'text', text: words.fill, look: 'small' }])
        const text = paperAddress(making, place)
        return { blocks: [{ kind: 'code', text, caption, size: 'corner' }, ...leaf.blocks] }
      }),
    })
  },
}
