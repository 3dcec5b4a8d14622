/** One page: the standings as bars, each made of what every round puts into the total. For the wall, and for whoever reads nothing else. */
import { namesOf } from '@bang-diem/shared/contest/names.ts'
import { pick } from '@bang-diem/shared/language/say.ts'
import { definitionOf } from '@bang-diem/shared/ledger/state.ts'
import { lowerWins } from '@bang-diem/shared/scoring/placing/registry.ts'
import { totalRounding } from '@bang-diem/shared/scoring/rounding.ts'
import type { Step } from '@bang-diem/shared/scoring/steps.ts'
import type { AboutStage, DocumentKind, Making } from '../document.ts'
import type { Bar, Block } from '../paper.ts'
import { changesSince } from '../parts/changes.ts'
import { stageFoot } from '../parts/foot.ts'
import { letterheadBlock, subjectsOf } from '../parts/heads.ts'
import { lacksScores } from '../parts/lacks.ts'
import { paperOf } from '../parts/paper-of.ts'
import { teamCalledShort } from '../parts/people.ts'
import { explainedRows } from '../parts/round-steps.ts'
import { stageTable } from '../parts/stage-table.ts'
import { summaryWords } from '../words/summary.ts'

const title = { vi: 'Kết quả tóm tắt', en: 'Summary' }

export const summary: DocumentKind<AboutStage> = {
  name: 'summary',
  title,
  about: 'stage',
  takes: [],
  asCertified: true,
  applies: () => true,
  formats: ['pdf'],
  lacks: ({ state, about }) => lacksScores(state, about.stage, null),
  paper: (making) => {
    const { state, about, language } = making
    const table = stageTable(state, about.stage)
    const words = pick(language, summaryWords)
    return paperOf(making, title, {
      numbered: false,
      foot: stageFoot(making, table),
      leaves: [
        {
          blocks: [
            letterheadBlock(making, null),
            { kind: 'title', text: words.title, subjects: subjectsOf(making, about.stage) },
            ...barsOf(making),
            ...changesSince(making, table),
          ],
        },
      ],
    })
  },
}

/** A step that adds to the total: of a round, or carried over. */
type Part = Extract<Step, { kind: 'weighted' | 'carried' }>
const isPart = (step: Step): step is Part => step.kind === 'weighted' || step.kind === 'carried'
const keyOf = (part: Part) => (part.kind === 'weighted' ? part.round : part.stage)

/** A set of bars for each group or category that is ranked separately. */
function barsOf({ state, about, language }: Making<AboutStage>): Block[] {
  const { stage } = about
  const words = pick(language, summaryWords)
  const names = namesOf(definitionOf(state))
  const rows = explainedRows(state, stage)
  const categories = new Map(stageTable(state, stage).rows.map(({ team, category }) => [team, category ?? null]))
  const partsOf = new Map(rows.map(({ team, explain }) => [team, explain.filter(isPart)]))
  const longest = Math.max(
    ...[...partsOf.values()].map((parts) => parts.reduce((sum, { shown }) => sum + Number(shown), 0)),
    1,
  )
  const legend = [
    ...stage.rounds.map((round) => round.title),
    ...stage.carryOver.map((each) => words.carried(names.stage(each.stage))),
  ]
  const order = [...stage.rounds.map(({ id }) => id), ...stage.carryOver.map((each) => each.stage)]
  const { decimals } = totalRounding(stage.rounding)
  const barOf = ({ team, rank, total }: (typeof rows)[number]): Bar => {
    const parts = partsOf.get(team) ?? []
    return {
      label: words.bar(rank === null ? words.unranked : String(rank), teamCalledShort(state, team)),
      total: total === null ? null : { number: total, decimals },
      parts: order.map((key) => {
        const shown = parts.find((part) => keyOf(part) === key)?.shown ?? '0'
        return { figure: { number: shown, decimals: 0 }, share: Number(shown) / longest }
      }),
    }
  }
  return [...new Set(categories.values())].flatMap((category): Block[] => [
    ...(category === null ? [] : [{ kind: 'heading', text: category } as const]),
    { kind: 'bars', legend, bars: rows.filter(({ team }) => (categories.get(team) ?? null) === category).map(barOf) },
    { kind: 'text', text: lowerWins(stage.placing) ? `${words.method} ${words.lower}` : words.method, look: 'small' },
  ])
}
