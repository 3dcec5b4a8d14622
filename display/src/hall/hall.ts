/**
 * One picture of the hall: the entries of the view `hall` at one moment, read by kind.
 *
 * It is immutable on purpose: a scene that is fading out keeps the picture it was drawn from, so nothing newer can appear in
 * it. It knows only what the feed sent and computes no score and no rank. An entry that cannot be read counts as absent:
 * the screen shows less, never something wrong.
 */

import type { DecidedBy, RevealedCut, Scene } from '@bang-diem/shared/ledger/reveals.ts'
import { EntryReader } from '@bang-diem/shared/link/entry-reader.ts'
import {
  contestEntry,
  roundEntry,
  sessionEntry,
  stageEntry,
  teamEntry,
  timerEntry,
} from '@bang-diem/shared/views/entries.ts'
import { awardEntry, progressEntry, rowEntry, sceneEntry, scoreEntry } from '@bang-diem/shared/views/hall-entries.ts'
import type * as v from 'valibot'

export type Contest = v.InferOutput<typeof contestEntry>
export type Team = { readonly id: string } & v.InferOutput<typeof teamEntry>
export type Round = { readonly id: string } & v.InferOutput<typeof roundEntry>
export type Stage = v.InferOutput<typeof stageEntry>
export type Timer = v.InferOutput<typeof timerEntry>
export type Progress = v.InferOutput<typeof progressEntry>
export type Score = v.InferOutput<typeof scoreEntry>
export type Award = v.InferOutput<typeof awardEntry>
export type Session = v.InferOutput<typeof sessionEntry>
export type Row = v.InferOutput<typeof rowEntry>
export type { DecidedBy, RevealedCut, Scene }

/** One for all pictures: an entry that did not change is not parsed again. */
const reader = new EntryReader()

export class Hall {
  readonly #entries: ReadonlyMap<string, unknown>

  constructor(entries: ReadonlyMap<string, unknown>) {
    this.#entries = entries
  }

  get contest(): Contest | undefined {
    return this.#read('contest', contestEntry)
  }

  /** What is on air; undefined before the first cue. */
  get scene(): Scene | undefined {
    return this.#read('scene', sceneEntry)
  }

  get timer(): Timer | undefined {
    return this.#read('timer', timerEntry)
  }

  get progress(): Progress | undefined {
    return this.#read('progress', progressEntry)
  }

  /** A team that the view does not name is called by its id: a gap in the picture, but no false name. */
  team(id: string): Team {
    return { id, ...(this.#read(`team/${id}`, teamEntry) ?? { name: id, index: Number.MAX_SAFE_INTEGER }) }
  }

  /** Everybody who takes part, announced or not: names are no secret. */
  teams(): Team[] {
    return reader.list(this.#entries, 'team', teamEntry).map(({ ids, value }) => ({ id: ids.join('/'), ...value }))
  }

  round(id: string): Round | undefined {
    const round = this.#read(`round/${id}`, roundEntry)
    return round && { id, ...round }
  }

  stage(id: string): Stage | undefined {
    return this.#read(`stage/${id}`, stageEntry)
  }

  /** As announced; undefined before. */
  award(stage: string, award: string): Award | undefined {
    return this.#read(`award/${stage}/${award}`, awardEntry)
  }

  session(id: string): Session | undefined {
    return this.#read(`session/${id}`, sessionEntry)
  }

  /** Ids of all stages. */
  stages(): string[] {
    return reader.list(this.#entries, 'stage', stageEntry).map(({ ids }) => ids.join('/'))
  }

  score(round: string, team: string): Score | undefined {
    return this.#read(`score/${round}/${team}`, scoreEntry)
  }

  /** Announced scores of a round, in no order. */
  scores(round: string): Score[] {
    return this.#list('score', round, scoreEntry)
  }

  /** Announced rows of a stage, in no order. */
  rows(stage: string): Row[] {
    return this.#list('row', stage, rowEntry)
  }

  #read<const S extends v.GenericSchema>(key: string, schema: S): v.InferOutput<S> | undefined {
    return reader.entry(this.#entries, key, schema)
  }

  #list<const S extends v.GenericSchema>(kind: string, owner: string, schema: S): v.InferOutput<S>[] {
    return reader.list(this.#entries, kind, schema).flatMap(({ ids, value }) => (ids[0] === owner ? [value] : []))
  }
}
