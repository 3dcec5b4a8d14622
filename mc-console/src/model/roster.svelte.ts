/**
 * Who and what the contest is made of, as the view names it: teams, judges, rounds, stages, in the definition's order.
 * It turns ids into names for people; an id that is not known (yet) is shown as it is.
 */
import { seatLabel } from '@bang-diem/shared/contest/seat-label.ts'
import type { HubLink } from '@bang-diem/shared/link/hub-link.svelte.ts'
import { contestEntry, roundEntry, sessionEntry, stageEntry, teamEntry } from '@bang-diem/shared/views/entries.ts'
import { formEntry } from '@bang-diem/shared/views/judge-entries.ts'
import { judgeEntry } from '@bang-diem/shared/views/show-entries.ts'
import type { GenericSchema, InferOutput } from 'valibot'
import { tongue } from '../shell/tongue.svelte.ts'
import type { ShowNames } from './show-names.ts'

export type TeamCard = InferOutput<typeof teamEntry> & { readonly id: string }
export type JudgeCard = InferOutput<typeof judgeEntry> & { readonly id: string }
export type RoundCard = InferOutput<typeof roundEntry> & { readonly id: string }
export type StageCard = InferOutput<typeof stageEntry> & { readonly id: string }

type EntrySchema<Entry> = GenericSchema<unknown, Entry>

const byNumber = new Intl.Collator('vi', { numeric: true })

export class Roster implements ShowNames {
  readonly #link: HubLink
  readonly contest = $derived.by(() => this.#link.entry('contest', contestEntry))
  readonly teams: readonly TeamCard[] = $derived.by(() => this.#indexed('team', teamEntry))
  readonly rounds: readonly RoundCard[] = $derived.by(() => this.#indexed('round', roundEntry))
  readonly stages: readonly StageCard[] = $derived.by(() => this.#indexed('stage', stageEntry))
  readonly judges: readonly JudgeCard[] = $derived.by(() =>
    this.#listed('judge', judgeEntry).sort((a, b) => byNumber.compare(a.id, b.id)),
  )
  readonly #teamsById = $derived(new Map(this.teams.map((team) => [team.id, team])))
  readonly #roundsById = $derived(new Map(this.rounds.map((round) => [round.id, round])))
  readonly #stagesById = $derived(new Map(this.stages.map((stage) => [stage.id, stage])))
  readonly #judgesById = $derived(new Map(this.judges.map((judge) => [judge.id, judge])))

  constructor(link: HubLink) {
    this.#link = link
  }

  #listed<Entry>(kind: string, schema: EntrySchema<Entry>): (Entry & { id: string })[] {
    return this.#link.list(kind, schema).flatMap(({ ids: [id], value }) => (id === undefined ? [] : [{ ...value, id }]))
  }

  #indexed<Entry extends { index: number }>(kind: string, schema: EntrySchema<Entry>): (Entry & { id: string })[] {
    return this.#listed(kind, schema).sort((a, b) => a.index - b.index)
  }

  get contestTitle(): string {
    return this.contest?.title ?? ''
  }

  team(id: string): string {
    return this.#teamsById.get(id)?.name ?? id
  }

  /** The short name where there is one: for buttons and narrow columns. */
  shortTeam(id: string): string {
    const team = this.#teamsById.get(id)
    return team?.shortName ?? team?.name ?? id
  }

  round(id: string): string {
    return this.#roundsById.get(id)?.title ?? id
  }

  roundCard(id: string): RoundCard | undefined {
    return this.#roundsById.get(id)
  }

  stage(id: string): string {
    return this.#stagesById.get(id)?.title ?? id
  }

  session(id: string): string {
    return this.#link.entry(`session/${id}`, sessionEntry)?.title ?? id
  }

  award(stage: string, id: string): string {
    return this.#stagesById.get(stage)?.awards.find((award) => award.id === id)?.title ?? id
  }

  group(stage: string, category: string): string {
    return this.#stagesById.get(stage)?.separately === 'group' ? tongue.words.mc.group(category) : category
  }

  /** The MC's view holds no forms, so there a criterion is told in general. */
  criterion(round: string | null, id: string): string {
    const form = round === null ? undefined : this.#link.entry(`form/${round}`, formEntry)
    return form?.criteria.find((criterion) => criterion.id === id)?.title ?? tongue.words.mc.criterionUnnamed
  }

  /** `GK1 Lan`: the seat as printed on paper, then the name. */
  judge(id: string): string {
    const name = this.#judgesById.get(id)?.name
    return name === undefined ? seatLabel(id) : `${seatLabel(id)} ${name}`
  }
}
