/** What every paper of a contest has alike: its language, its title, its style, whom it is from. */

import { definitionOf } from '@bang-diem/shared/ledger/state.ts'
import type { Wording } from '@bang-diem/shared/scoring/wording.ts'
import type { Making } from '../document.ts'
import type { Paper } from '../paper.ts'
import { styleOf } from './heads.ts'

interface OwnParts extends Pick<Paper, 'leaves' | 'numbered' | 'foot'> {
  readonly orientation?: Paper['orientation']
}

/** Upright where nothing else is said. */
export function paperOf(making: Making, title: Wording, { orientation = 'portrait', ...own }: OwnParts): Paper {
  const { language, state } = making
  const { papers, organiser } = definitionOf(state)
  const author = papers.issuer ?? organiser
  return {
    language,
    title: title[language],
    ...(author === undefined ? {} : { author }),
    orientation,
    style: styleOf(making),
    ...own,
  }
}
