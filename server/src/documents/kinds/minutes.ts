/** Biên bản tổng hợp kết quả: everything that must be known of a certified stage, on the paper that all sign; its appendix lists every sheet. */

import { lookupsOf } from '@bang-diem/shared/contest/lookups.ts'
import { namesOf } from '@bang-diem/shared/contest/names.ts'
import { pick } from '@bang-diem/shared/language/say.ts'
import { receiptOf } from '@bang-diem/shared/ledger/commit.ts'
import { definitionOf } from '@bang-diem/shared/ledger/state.ts'
import type { AboutStage, DocumentKind } from '../document.ts'
import { amendmentsSection } from '../minutes/amendments.ts'
import { appendix } from '../minutes/appendix.ts'
import { courseSection } from '../minutes/course.ts'
import { peopleSection } from '../minutes/people.ts'
import { awardsBlocks, rankingTable } from '../minutes/result.ts'
import type { Section } from '../minutes/section.ts'
import { tiesSection } from '../minutes/ties.ts'
import type { Block, Signature } from '../paper.ts'
import { changesSince } from '../parts/changes.ts'
import { stageFoot } from '../parts/foot.ts'
import { letterheadBlock, subjectsOf } from '../parts/heads.ts'
import { lacksCertification } from '../parts/lacks.ts'
import { paperOf } from '../parts/paper-of.ts'
import { personsIn } from '../parts/people.ts'
import { stageTable } from '../parts/stage-table.ts'
import { dayWritten, whenOf } from '../parts/when.ts'
import { commonWords } from '../words/common.ts'
import { minutesWords } from '../words/minutes.ts'

const title = { vi: 'Biên bản tổng hợp kết quả', en: 'Minutes of the result' }

/** How many sign side by side. */
const SIGNERS_ABREAST = 3

export const minutes: DocumentKind<AboutStage> = {
  name: 'minutes',
  title,
  about: 'stage',
  takes: ['number'],
  asCertified: true,
  applies: () => true,
  formats: ['pdf', 'xlsx'],
  lacks: ({ state, about }) => lacksCertification(state, about.stage),
  paper: (making) => {
    const { state, about, language } = making
    const { stage } = about
    const table = stageTable(state, stage)
    const words = pick(language, minutesWords)
    const section: Section = { making, stage, table, words, names: namesOf(definitionOf(state)) }
    const [contest = ''] = subjectsOf(making, null)
    return paperOf(making, title, {
      numbered: true,
      foot: stageFoot(making, table),
      leaves: [
        {
          blocks: [
            letterheadBlock(making, 'BB'),
            { kind: 'title', text: words.title, subjects: [words.subject(stage.title), contest] },
            whenAndWhere(section),
            ...peopleSection(section),
            ...courseSection(section),
            ...amendmentsSection(section),
            ...tiesSection(section),
            { kind: 'heading', text: words.ranking.heading },
            rankingTable(section),
            ...awardsBlocks(section),
            ...changesSince(making, table),
            ...closing(section),
            { kind: 'signatures', rows: signers(section) },
          ],
        },
        appendix(section),
      ],
    })
  },
}

function whenAndWhere({ making, table, words }: Section): Block {
  const { date, venue } = definitionOf(making.state)
  const certified = table.certified === null ? '' : whenOf(table.certified.at, making.language)
  const time = date === undefined ? words.certifiedAt(certified) : words.dayWritten(dayWritten(date), certified)
  return {
    kind: 'fields',
    fields: [
      { label: words.day, content: time },
      { label: words.venue, content: venue ?? null },
    ],
  }
}

function closing({ table, words }: Section): Block[] {
  const { certified, version } = table
  if (certified === null) return []
  const { commit } = certified
  return [
    { kind: 'text', text: words.closing(version, receiptOf(commit)) },
    { kind: 'text', text: words.hash(commit.hash), look: 'small' },
    { kind: 'text', text: words.read },
  ]
}

/** Secretary and head judge, every other judge, and below them all whoever confirms for the organisers. */
function signers({ making, stage }: Section): Signature[][] {
  const words = pick(making.language, commonWords)
  const definition = definitionOf(making.state)
  const { head, panelSets } = lookupsOf(definition)
  const hint = words.sign
  const rounds = stage.rounds.map(({ id }) => id)
  // Whoever gave a sheet signs, also who was replaced since.
  const others = definition.judges
    .filter(({ id }) => id !== head?.id && rounds.some((round) => panelSets.get(round)?.has(id)))
    .flatMap(({ id }) => personsIn(making.state, id, rounds))
    .map((name) => ({ title: words.judge, hint, name }))
  const rows = Array.from({ length: Math.ceil(others.length / SIGNERS_ABREAST) }, (_, row) =>
    others.slice(row * SIGNERS_ABREAST, (row + 1) * SIGNERS_ABREAST),
  )
  const { secretary, chair } = definition.papers
  return [
    [
      { title: words.secretary, hint, name: secretary ?? null },
      ...(head ? [{ title: words.head, hint, name: head.name }] : []),
    ],
    ...rows,
    [{ title: words.chair, hint, name: chair ?? null }],
  ]
}
