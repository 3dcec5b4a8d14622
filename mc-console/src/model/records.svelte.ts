/**
 * What was recorded, as the views of the secretary, the organiser and the head judge tell it: sheets, tallies, times, lines, requests,
 * scores as they stand. Reads only; a view that does not have an entry answers undefined or nothing.
 */
import type { HubLink } from '@bang-diem/shared/link/hub-link.svelte.ts'
import {
  comingEntry,
  lineEntry,
  liveRowEntry,
  liveScoreEntry,
  noteEntry,
  orderEntry,
  readyEntry,
  requestEntry,
  secondsEntry,
  staffSheetEntry,
  textEntry,
  winnersEntry,
  withdrawnEntry,
} from '@bang-diem/shared/views/desk-entries.ts'
import { timerEntry } from '@bang-diem/shared/views/entries.ts'
import { formEntry } from '@bang-diem/shared/views/judge-entries.ts'
import { certifiedEntry, missingEntry, takenEntry } from '@bang-diem/shared/views/show-entries.ts'
import type { InferOutput } from 'valibot'

export type StaffSheet = InferOutput<typeof staffSheetEntry>
export type RequestCard = InferOutput<typeof requestEntry>
export type PointsLine = InferOutput<typeof lineEntry>

export class Records {
  readonly #link: HubLink
  /** The newest first. */
  readonly requests: readonly RequestCard[] = $derived.by(() =>
    this.#link
      .list('request', requestEntry)
      .map(({ value }) => value)
      .sort((a, b) => b.at - a.at),
  )
  readonly waiting: readonly RequestCard[] = $derived(this.requests.filter((request) => request.status === 'waiting'))
  readonly notes = $derived.by(() =>
    this.#link
      .list('note', noteEntry)
      .map(({ value }) => value)
      .sort((a, b) => b.at - a.at),
  )
  readonly #taken: readonly string[] = $derived.by(() => this.#link.entry('taken', takenEntry) ?? [])
  readonly timer = $derived.by(() => this.#link.entry('timer', timerEntry))

  constructor(link: HubLink) {
    this.#link = link
  }

  order(round: string): readonly string[] | undefined {
    return this.#link.entry(`order/${round}`, orderEntry)
  }

  /** Teams that the MC has called in a round: their places are settled. */
  called(round: string): ReadonlySet<string> {
    const calls = this.#taken.map((cue) => cue.split('/')).filter((parts) => parts.length === 3 && parts[0] === round)
    return new Set(calls.flatMap(([, team]) => team ?? []))
  }

  form(round: string) {
    return this.#link.entry(`form/${round}`, formEntry)
  }

  sheet(round: string, team: string, judge: string): StaffSheet | undefined {
    return this.#link.entry(`sheet/${round}/${team}/${judge}`, staffSheetEntry)
  }

  excused(round: string, team: string, judge: string): string | undefined {
    return this.#link.entry(`excused/${round}/${team}/${judge}`, textEntry)
  }

  tally(round: string, team: string, criterion: string): string | undefined {
    return this.#link.entry(`tally/${round}/${team}/${criterion}`, textEntry)
  }

  factor(round: string, team: string): string | undefined {
    return this.#link.entry(`factor/${round}/${team}`, textEntry)
  }

  /** A team's points in a tie-break question. */
  answer(stage: string, question: string, team: string): string | undefined {
    return this.#link.entry(`question/${stage}/${question}/${team}`, textEntry)
  }

  /** Who has points in a tie-break question of a stage. */
  answers(stage: string): { question: string; team: string }[] {
    const answers = this.#link.list('question', textEntry).filter(({ ids }) => ids[0] === stage)
    return answers.map(({ ids: [, question = '', team = ''] }) => ({ question, team }))
  }

  seconds(round: string, team: string): number | undefined {
    return this.#link.entry(`time/${round}/${team}`, secondsEntry)
  }

  /** A team that left, by itself or disqualified. */
  withdrawn(team: string) {
    return this.#link.entry(`withdrawn/${team}`, withdrawnEntry)
  }

  missing(round: string, team: string) {
    return this.#link.entry(`missing/${round}/${team}`, missingEntry)
  }

  /** Deductions or bonuses of a team in a round, withdrawn ones too. */
  lines(kind: 'deduction' | 'bonus', round: string, team: string): PointsLine[] {
    const lines = this.#link.list(kind, lineEntry).map(({ value }) => value)
    return lines.filter((line) => line.round === round && line.team === team)
  }

  liveScore(round: string, team: string) {
    return this.#link.entry(`live-score/${round}/${team}`, liveScoreEntry)
  }

  /** The rows of a stage as they stand, in no order. */
  liveRows(stage: string) {
    return this.#link
      .list('live-row', liveRowEntry)
      .filter(({ ids }) => ids[0] === stage)
      .map(({ ids: [, team = ''], value }) => ({ ...value, team }))
  }

  ready(stage: string) {
    return this.#link.entry(`ready/${stage}`, readyEntry)
  }

  /** Who would come on to a stage that takes qualifiers; undefined for every other. */
  coming(stage: string) {
    return this.#link.entry(`coming/${stage}`, comingEntry)
  }

  /** The awards of a stage as everything stands, in no order. */
  winners(stage: string) {
    return this.#link
      .list('winners', winnersEntry)
      .filter(({ ids }) => ids[0] === stage)
      .map(({ ids: [, award = ''], value }) => ({ ...value, award }))
  }

  certified(stage: string) {
    return this.#link.entry(`certified/${stage}`, certifiedEntry)
  }
}
