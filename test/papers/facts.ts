/** What the API answers about one contest, gathered once, and put beside each other as papers need it. Nothing is asked of what makes papers. */
import type { Definition, Round, Stage } from '@bang-diem/shared/contest/definition.ts'
import { type FactOf, factSchema } from '@bang-diem/shared/ledger/facts.ts'
import { formerEntry, staffSheetEntry } from '@bang-diem/shared/views/desk-entries.ts'
import * as v from 'valibot'
import type { Api, Commit, Explanation, StandingsRow, Step } from './api.ts'
import { judged } from './criteria.ts'
import type { Language } from './numbers.ts'

const languages = ['vi', 'en'] as const

export type StaffSheet = v.InferOutput<typeof staffSheetEntry>
export type FormerSheets = v.InferOutput<typeof formerEntry>

export interface SheetPlace {
  readonly round: string
  readonly team: string
  readonly judge: string
}

/** A certified table, and the commit that made it. */
export interface CertifiedTable {
  readonly fact: FactOf<'stage-certified'>
  readonly commit: Commit
}

interface Gathered {
  readonly api: Api
  readonly commits: readonly Commit[]
  readonly standings: ReadonlyMap<string, readonly StandingsRow[]>
  readonly explanations: ReadonlyMap<string, Explanation>
  readonly rules: ReadonlyMap<Language, unknown>
}

export class Facts {
  readonly definition: Definition
  readonly commits: readonly Commit[]
  readonly #gathered: Gathered

  constructor(gathered: Gathered) {
    this.definition = gathered.api.definition
    this.commits = gathered.commits
    this.#gathered = gathered
  }

  static async gather(api: Api): Promise<Facts> {
    const standings = new Map<string, readonly StandingsRow[]>()
    const explanations = new Map<string, Explanation>()
    for (const { id } of api.definition.stages) {
      const rows = await api.standings(id)
      standings.set(id, rows)
      for (const { team } of rows) {
        for (const language of languages) {
          explanations.set(`${language}/${id}/${team}`, await api.explanation(id, team, language))
        }
      }
    }
    const rules = new Map<Language, unknown>()
    for (const language of languages) rules.set(language, await api.rules(language))
    return new Facts({ api, commits: await api.commits(), standings, explanations, rules })
  }

  stage(id: string | undefined): Stage {
    return found(this.definition.stages, id)
  }

  round(id: string | undefined): Round {
    return found(
      this.definition.stages.flatMap(({ rounds }) => rounds),
      id,
    )
  }

  team(id: string) {
    return found(this.definition.teams, id)
  }

  /** `GK1 Nguyễn Thị Lan`. */
  judgeCalled = (id: string): string => `${id.toUpperCase()} ${found(this.definition.judges, id).name}`

  /** Nobody where judges mark nothing. */
  panel(round: Round): readonly string[] {
    if (judged(round).length === 0) return []
    const { panel } = round
    const ids = this.definition.judges.map(({ id }) => id)
    return panel === 'all' ? ids : ids.filter((id) => panel.includes(id))
  }

  /** In running order, whoever still competes. */
  order(stage: Stage, round: Round): readonly string[] {
    const competing = new Set(this.rows(stage).map(({ team }) => team))
    return (this.#gathered.api.entry(`order/${round.id}`, v.array(v.string())) ?? []).filter((team) =>
      competing.has(team),
    )
  }

  /** All that once stood in the running order. */
  wholeOrder(round: Round): readonly string[] {
    return this.#gathered.api.entry(`order/${round.id}`, v.array(v.string())) ?? []
  }

  rows({ id }: Stage): readonly StandingsRow[] {
    return this.#gathered.standings.get(id) ?? []
  }

  row(stage: Stage, team: string): StandingsRow | undefined {
    return this.rows(stage).find((row) => row.team === team)
  }

  /** Steps of a team's derivation, of one kind and, where it is given, one round. */
  steps(stage: Stage, team: string, kind: string, round?: string): readonly Step[] {
    const all = this.row(stage, team)?.explain ?? []
    return all.filter((step) => step.kind === kind && (round === undefined || step.round === round))
  }

  explanation(language: Language, stage: Stage, team: string): Explanation {
    return this.#gathered.explanations.get(`${language}/${stage.id}/${team}`) ?? []
  }

  rules(language: Language): unknown {
    return this.#gathered.rules.get(language)
  }

  entry<const S extends v.GenericSchema>(key: string, schema: S): v.InferOutput<S> | undefined {
    return this.#gathered.api.entry(key, schema)
  }

  /** Entries whose keys begin so, each with the rest of its key. */
  entries<const S extends v.GenericSchema>(root: string, schema: S): (readonly [string, v.InferOutput<S>])[] {
    const keys = [...this.#gathered.api.desk.keys()].filter((key) => key.startsWith(root))
    return keys.map((key) => [key.slice(root.length), v.parse(schema, this.#gathered.api.desk.get(key))] as const)
  }

  sheet({ round, team, judge }: SheetPlace): StaffSheet | undefined {
    return this.entry(`sheet/${round}/${team}/${judge}`, staffSheetEntry)
  }

  /** A sheet that is open again is none until it is in. */
  submitted(place: SheetPlace): StaffSheet | undefined {
    const sheet = this.sheet(place)
    return sheet?.status === 'submitted' ? sheet : undefined
  }

  former(): (readonly [SheetPlace, FormerSheets])[] {
    return this.entries('former/', formerEntry).map(([key, former]) => {
      const [round = '', team = '', judge = ''] = key.split('/')
      return [{ round, team, judge }, former] as const
    })
  }

  /** Every id of the contest, as papers may write it. */
  ids(): string[] {
    const { judges, teams, stages } = this.definition
    const rounds = stages.flatMap((stage) => stage.rounds)
    const inRounds = rounds.flatMap(({ criteria, judgeGroups }) => [...criteria, ...judgeGroups])
    const all = [...judges, ...teams, ...stages, ...rounds, ...inRounds].map(({ id }) => id)
    return [...all, ...judges.map(({ id }) => id.toUpperCase())]
  }

  /** Every version of a stage's certified table, oldest first. */
  certifications({ id }: Stage): readonly CertifiedTable[] {
    return this.#facts('stage-certified').filter(({ fact }) => fact.stage === id)
  }

  /** The table that stands; undefined while the stage is open. */
  certified(stage: Stage): CertifiedTable | undefined {
    const last = this.certifications(stage).at(-1)
    const opened = this.#facts('stage-reopened').findLast(({ fact }) => fact.stage === stage.id)
    return last && (!opened || opened.commit.number < last.commit.number) ? last : undefined
  }

  /** When a judge left and came back, oldest first. */
  absences(judge: string): { readonly type: string; readonly at: number }[] {
    return this.commits.flatMap(({ facts, at }) =>
      facts
        .filter((fact) => (fact.type === 'judge-left' || fact.type === 'judge-returned') && fact.judge === judge)
        .map(({ type }) => ({ type, at })),
    )
  }

  reopenings({ id }: Stage): readonly Commit[] {
    return this.#facts('stage-reopened').flatMap(({ fact, commit }) => (fact.stage === id ? [commit] : []))
  }

  #facts<Type extends 'stage-certified' | 'stage-reopened'>(type: Type) {
    return this.commits.flatMap((commit) =>
      commit.facts
        .filter((fact) => fact.type === type)
        .map((fact) => ({ fact: v.parse(factSchema, fact), commit }))
        .filter((each): each is { fact: FactOf<Type>; commit: Commit } => each.fact.type === type),
    )
  }
}

function found<A extends { readonly id: string }>(list: readonly A[], id: string | undefined): A {
  const one = list.find((each) => each.id === id)
  if (!one) throw new Error(`nothing is called ${id}`)
  return one
}
