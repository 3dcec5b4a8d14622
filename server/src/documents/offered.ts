/** Every document of a contest with what it still lacks, for the desks. Nothing is made here. */
import type { UncheckedRefusal } from '@bang-diem/shared/language/refusals.ts'
import { definitionOf } from '@bang-diem/shared/ledger/state.ts'
import { type AboutIds, type Document, documentsOf, idsOf } from './about.ts'
import type { About, Format, Making } from './document.ts'
import { firstLacks } from './first-lacks.ts'
import { documentKinds } from './registry.ts'
import { type ToldLack, toldLacks } from './told-lacks.ts'

export interface Offered extends AboutIds {
  readonly name: string
  readonly title: string
  readonly about: About['kind']
  readonly stageTitle?: string
  readonly roundTitle?: string
  /** Of a document that is made from links: it is posted with them. */
  readonly fromLinks?: true
  readonly formats: readonly Format[]
  /** The first of each kind; empty when it can be made now. */
  readonly lacks: readonly ToldLack[]
}

export type Moment = Pick<Making, 'state' | 'language' | 'printedAt' | 'publicUrl'>

/** In the order of the registry, then of the definition (SPEC W-10). Those that are made from links only `withLinks`. */
export function offeredDocuments(moment: Moment, withLinks: boolean): readonly Offered[] {
  const definition = definitionOf(moment.state)
  const making = { ...moment, team: null, judge: null, number: null, links: new Map<string, string>() }
  const kinds = documentKinds.filter(({ fromLinks }) => withLinks || !fromLinks)
  return kinds.flatMap((kind) =>
    documentsOf(kind, definition).map((document) => ({
      name: kind.name,
      title: kind.title[moment.language],
      about: kind.about,
      ...idsOf(document.about),
      ...titlesOf(document.about),
      ...(kind.fromLinks && { fromLinks: kind.fromLinks }),
      formats: kind.formats,
      lacks: toldLacks(lacksOf(document, making), definition, moment.language),
    })),
  )
}

/** What it waits for; where there is nothing to print, that alone. */
function lacksOf({ lacks, isEmpty }: Document, making: Parameters<Document['lacks']>[0]): readonly UncheckedRefusal[] {
  const first = firstLacks(lacks(making))
  return first.length === 0 && isEmpty(making) ? [{ code: 'document-empty' }] : first
}

function titlesOf(about: About): Pick<Offered, 'stageTitle' | 'roundTitle'> {
  if (about.kind === 'contest') return {}
  const stageTitle = about.stage.title
  return about.kind === 'stage' ? { stageTitle } : { stageTitle, roundTitle: about.round.title }
}
