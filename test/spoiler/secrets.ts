/**
 * The secrets of two halls: what the judges write, equal in both up to a chosen performance and then not, in one of several ways.
 * Seeded; the same questions in the same order get the same answers.
 */
import type { Definition, Round, Scale } from '@bang-diem/shared/contest/definition.ts'
import { judgedCriteria, lookupsOf } from '@bang-diem/shared/contest/lookups.ts'
import { below, type Chance } from '../robot/chance.ts'
import { oneOf } from './contests.ts'
import type { Both } from './twins.ts'

type Marks = Readonly<Record<string, string>>

/**
 * `other`: marks of their own. `swapped`: the same marks by other judges, so that many a total is the same. `tied`: in one hall all
 * teams get the same marks, in the other they do not. `same`: only the desk's secrets differ.
 */
const ways = ['other', 'swapped', 'tied', 'same'] as const

export class Secrets {
  readonly #chance: Chance
  readonly #definition: Definition
  readonly #way: (typeof ways)[number]
  /** The first performance whose secrets differ. */
  readonly #from: number
  readonly #performances: string[] = []
  /** True when the results come out equal in both halls whatever else differs, so that they can be compared to the last cue. */
  readonly equalResults: boolean
  readonly #tables = new Map<string, Both<ReadonlyMap<string, Marks>>>()

  constructor(chance: Chance, definition: Definition) {
    this.#chance = chance
    this.#definition = definition
    this.#way = oneOf(chance, ways)
    this.equalResults = (this.#way === 'same' || this.#way === 'swapped') && chance() < 0.6
    const performances = definition.stages.reduce((sum, { rounds }) => sum + rounds.length * definition.teams.length, 0)
    this.#from = below(chance, performances)
  }

  /** A judge's marks for a team, in each hall. */
  marks(round: string, team: string, judge: string): Both<Marks> {
    const { a, b } = this.#table(round, team)
    return { a: a.get(judge) ?? {}, b: b.get(judge) ?? {} }
  }

  /** Points that the secretary tallies. */
  points(round: string, team: string, scale: Scale): Both<string> {
    const a = this.#mark(scale)
    return { a, b: this.#differsAtDesk(round, team) ? this.#mark(scale) : a }
  }

  seconds(round: string, team: string): Both<number> {
    const a = 240 + below(this.#chance, 150)
    return { a, b: this.#differsAtDesk(round, team) ? 240 + below(this.#chance, 150) : a }
  }

  #table(round: string, team: string): Both<ReadonlyMap<string, Marks>> {
    const key = `${round}/${team}`
    const known = this.#tables.get(key)
    if (known) return known
    const lookups = lookupsOf(this.#definition)
    const rules = lookups.rounds.get(round)
    const panel = lookups.panels.get(round) ?? []
    if (!rules) throw new Error(`there is no round ${round}`)
    const a = this.#way === 'tied' ? this.#tiedTable(rules, panel) : this.#freshTable(rules, panel)
    const made = { a, b: this.#differs(round, team) ? this.#otherTable(a, rules, panel) : a }
    this.#tables.set(key, made)
    return made
  }

  #differs(round: string, team: string): boolean {
    const key = `${round}/${team}`
    if (!this.#performances.includes(key)) this.#performances.push(key)
    return this.#way !== 'same' && this.#performances.indexOf(key) >= this.#from
  }

  /** Points and times of the desk have nobody to be swapped with. */
  #differsAtDesk(round: string, team: string): boolean {
    return this.#differs(round, team) && !this.equalResults
  }

  #otherTable(a: ReadonlyMap<string, Marks>, rules: Round, panel: readonly string[]): ReadonlyMap<string, Marks> {
    if (this.#way !== 'swapped') return this.#freshTable(rules, panel)
    return new Map(panel.map((judge, index) => [judge, a.get(panel[(index + 1) % panel.length] ?? judge) ?? {}]))
  }

  /** Every judge gives the least to every team. */
  #tiedTable(rules: Round, panel: readonly string[]): ReadonlyMap<string, Marks> {
    const marks = Object.fromEntries(judgedCriteria(rules).map(({ id, scale }) => [id, scale.min]))
    return new Map(panel.map((judge) => [judge, marks]))
  }

  #freshTable(rules: Round, panel: readonly string[]): ReadonlyMap<string, Marks> {
    const marks = () => Object.fromEntries(judgedCriteria(rules).map(({ id, scale }) => [id, this.#mark(scale)]))
    return new Map(panel.map((judge) => [judge, marks()]))
  }

  /** Steps of these contests are halves and wholes, which floating point holds exactly. */
  #mark({ min, max, step }: Scale): string {
    const steps = (Number(max) - Number(min)) / Number(step)
    return String(Number(min) + Number(step) * below(this.#chance, steps + 1))
  }
}
