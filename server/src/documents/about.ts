/** A kind of document together with what one paper of it is about: the contest, one of its stages, or a round. It makes nothing itself. */
import type { Definition } from '@bang-diem/shared/contest/definition.ts'
import type { Refusal } from '@bang-diem/shared/rules/refusals.ts'
import type { About, DocumentKind, Making } from './document.ts'
import type { Paper } from './paper.ts'

type Subject<Kind extends About['kind']> = Extract<About, { readonly kind: Kind }>

export type AnyKind = { [Kind in About['kind']]: DocumentKind<Subject<Kind>> }[About['kind']]

/** One paper that can be asked for. */
export interface Document {
  readonly about: About
  readonly lacks: (making: Omit<Making, 'about'>) => readonly Refusal[]
  readonly isEmpty: (making: Omit<Making, 'about'>) => boolean
  readonly paper: (making: Omit<Making, 'about'>) => Paper
}

/** The ids by which a paper of a contest is asked for. */
export interface AboutIds {
  readonly stage?: string | undefined
  readonly round?: string | undefined
}

/** Everything that there is of a kind in a contest, in the definition's order. */
export function documentsOf(kind: AnyKind, { stages }: Pick<Definition, 'stages'>): readonly Document[] {
  switch (kind.about) {
    case 'contest':
      return documentsAbout(kind, [{ kind: 'contest' }])
    case 'stage':
      return documentsAbout(
        kind,
        stages.map((stage) => ({ kind: 'stage', stage })),
      )
    case 'round':
      return documentsAbout(
        kind,
        stages.flatMap((stage) => stage.rounds.map((round) => ({ kind: 'round', stage, round }) as const)),
      )
  }
}

function documentsAbout<Of extends About>(kind: DocumentKind<Of>, all: readonly Of[]): readonly Document[] {
  return all
    .filter((about) => kind.applies(about))
    .map((about) => ({
      about,
      lacks: (making) => kind.lacks({ ...making, about }),
      isEmpty: (making) => kind.isEmpty?.({ ...making, about }) ?? false,
      paper: (making) => kind.paper({ ...making, about }),
    }))
}

/** None of a contest, the stage's of a stage, both of a round. */
export function idsOf(about: About): AboutIds {
  switch (about.kind) {
    case 'contest':
      return {}
    case 'stage':
      return { stage: about.stage.id }
    case 'round':
      return { stage: about.stage.id, round: about.round.id }
  }
}
