/** Thể lệ chấm điểm: the rules of the definition as sentences with worked examples, the same as on the page that anyone can read. */
import type { Rule } from '@bang-diem/shared/language/rule-sheet/rule.ts'
import { ruleSheet } from '@bang-diem/shared/language/rule-sheet/rule-sheet.ts'
import { definitionOf } from '@bang-diem/shared/ledger/state.ts'
import type { AboutContest, DocumentKind } from '../document.ts'
import type { Block, ListItem } from '../paper.ts'
import { contestFoot } from '../parts/foot.ts'
import { letterheadBlock, subjectsOf } from '../parts/heads.ts'
import { paperOf } from '../parts/paper-of.ts'

const title = { vi: 'Thể lệ chấm điểm', en: 'Rules of scoring' }

export const rules: DocumentKind<AboutContest> = {
  name: 'rules',
  title,
  about: 'contest',
  takes: [],
  asCertified: false,
  applies: () => true,
  formats: ['pdf'],
  lacks: () => [],
  paper: (making) => {
    const { state, language } = making
    const sheet = ruleSheet(definitionOf(state), language)
    const sections = sheet.stages.flatMap((stage): Block[] => [
      ...(sheet.stages.length === 1 ? [] : [{ kind: 'text', text: stage.title, look: 'large' } as const]),
      ...stage.sections.flatMap((section): Block[] => [
        { kind: 'heading', text: section.title },
        { kind: 'list', numbered: true, items: section.rules.map((rule) => itemOf(rule, sheet.example)) },
      ]),
    ])
    return paperOf(making, title, {
      numbered: true,
      foot: contestFoot(making),
      leaves: [
        {
          blocks: [
            letterheadBlock(making, null),
            { kind: 'title', text: sheet.title.toUpperCase(), subjects: subjectsOf(making, null) },
            ...sections,
          ],
        },
      ],
    })
  },
}

function itemOf({ text, example, items }: Rule, word: string): ListItem {
  return {
    text,
    ...(example === undefined ? {} : { aside: `${word}: ${example}` }),
    ...(items === undefined ? {} : { items: items.map((item) => itemOf(item, word)) }),
  }
}
