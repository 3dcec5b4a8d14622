/** “Vì sao hạng này” for each team, a page each: the derivation that the screen explains, in the same words. */
import { explanation } from '@bang-diem/shared/language/explanation.ts'
import { pick } from '@bang-diem/shared/language/say.ts'
import { definitionOf } from '@bang-diem/shared/ledger/state.ts'
import type { AboutStage, DocumentKind } from '../document.ts'
import type { Block, ListItem } from '../paper.ts'
import { changesSince } from '../parts/changes.ts'
import { stageFoot } from '../parts/foot.ts'
import { letterheadBlock, subjectsOf } from '../parts/heads.ts'
import { hasNobody, lacksScores } from '../parts/lacks.ts'
import { paperOf } from '../parts/paper-of.ts'
import { explainedRows } from '../parts/round-steps.ts'
import { stageTable } from '../parts/stage-table.ts'
import { explanationsWords } from '../words/explanations.ts'

const title = { vi: 'Vì sao hạng này', en: 'Why this rank' }

export const explanations: DocumentKind<AboutStage> = {
  name: 'explanations',
  title,
  about: 'stage',
  takes: ['team'],
  asCertified: true,
  applies: () => true,
  formats: ['pdf'],
  lacks: ({ state, about }) => lacksScores(state, about.stage, null),
  isEmpty: hasNobody,
  paper: (making) => {
    const { state, about, language, team: only } = making
    const definition = definitionOf(state)
    const table = stageTable(state, about.stage)
    const words = pick(language, explanationsWords)
    const changes = changesSince(making, table)
    const rows = explainedRows(state, about.stage).filter(({ team }) => (only ?? team) === team)
    return paperOf(making, title, {
      numbered: false,
      foot: stageFoot(making, table),
      leaves: rows.map((row) => {
        const { team, parts } = explanation(definition, row, language)
        const name = row.rank === null ? words.unranked(team) : words.team(String(row.rank), team)
        const sections = parts.flatMap((part): Block[] => [
          { kind: 'heading', text: part.title },
          { kind: 'list', numbered: false, items: nested(part.lines) },
        ])
        return {
          blocks: [
            letterheadBlock(making, null),
            { kind: 'title', text: words.title, subjects: [name, ...subjectsOf(making, about.stage)] },
            ...sections,
            ...changes,
          ],
        }
      }),
    })
  },
}

/** Details stand under the line that they lead to, which follows them. */
function nested(lines: readonly { readonly text: string; readonly isDetail: boolean }[]): ListItem[] {
  const items: ListItem[] = []
  let details: ListItem[] = []
  for (const { text, isDetail } of lines) {
    if (isDetail) {
      details.push({ text })
    } else {
      items.push(details.length === 0 ? { text } : { text, items: details })
      details = []
    }
  }
  return [...items, ...details]
}
