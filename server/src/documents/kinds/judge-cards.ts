/** Judges' cards, a page each: seat, name and the link that opens the sheets. Only who has the links can print them: the hub keeps none. */
import { seatLabel } from '@bang-diem/shared/contest/seat-label.ts'
import { pick } from '@bang-diem/shared/language/say.ts'
import { definitionOf } from '@bang-diem/shared/ledger/state.ts'
import type { AboutContest, DocumentKind } from '../document.ts'
import type { Block } from '../paper.ts'
import { contestFoot } from '../parts/foot.ts'
import { subjectsOf } from '../parts/heads.ts'
import { paperOf } from '../parts/paper-of.ts'
import { judgeCardWords } from '../words/judge-cards.ts'

const title = { vi: 'Thẻ giám khảo', en: 'Judges’ cards' }

export const judgeCards: DocumentKind<AboutContest> = {
  name: 'judge-cards',
  title,
  about: 'contest',
  takes: [],
  asCertified: false,
  applies: () => true,
  fromLinks: true,
  formats: ['pdf'],
  lacks: () => [],
  paper: (making) => {
    const { state, language, links } = making
    const words = pick(language, judgeCardWords)
    const cards = definitionOf(state).judges.flatMap((judge) => {
      const link = links.get(judge.id)
      return link === undefined ? [] : [{ ...judge, link }]
    })
    return paperOf(making, title, {
      numbered: false,
      foot: contestFoot(making),
      leaves: cards.map(({ id, name, title: position, link }) => {
        const centred = (text: string): Block => ({ kind: 'text', text, look: 'centred' })
        return {
          blocks: [
            ...subjectsOf(making, null).map(centred),
            { kind: 'text', text: seatLabel(id), look: 'huge' },
            { kind: 'text', text: name, look: 'large' },
            ...(position === undefined ? [] : [centred(position)]),
            { kind: 'code', text: link, caption: link, size: 'large' },
            centred(words.scan),
            centred(words.keep),
          ],
        }
      }),
    })
  },
}
