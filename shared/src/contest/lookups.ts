/**
 * Finding the parts of a definition by id. Indexed once per definition object, because every command asks.
 * It never changes a definition.
 */
import { isMainAward } from '../scoring/awards/registry.ts'
import { deductsOvertime } from '../scoring/overtime/registry.ts'
import { lowerWins } from '../scoring/placing/registry.ts'
import { looksAtTime } from '../scoring/tie-breaks/registry.ts'
import type { Criterion, Definition, Judge, Round, Stage, Team } from './definition.ts'

interface Place {
  readonly team: string
  readonly key: `${string}/${string}`
}

export interface Lookups {
  readonly stages: ReadonlyMap<string, Stage>
  readonly rounds: ReadonlyMap<string, Round>
  /** The stage that a round belongs to, by round id. */
  readonly stageOfRound: ReadonlyMap<string, Stage>
  readonly teams: ReadonlyMap<string, Team>
  readonly judges: ReadonlyMap<string, Judge>
  /** The ids of a round's panel in the definition's order, by round id; empty when judges mark nothing in it. */
  readonly panels: ReadonlyMap<string, readonly string[]>
  readonly panelSets: ReadonlyMap<string, ReadonlySet<string>>
  /**
   * The ids of the teams that a stage is open to, in the definition's order, by stage id. Of a stage with qualifiers these are everybody who may
   * become one: who it really is, is for the history to say.
   */
  readonly entrants: ReadonlyMap<string, readonly string[]>
  /** Each team of a round with its `round/team`, in the definition's order, by round id. */
  readonly places: ReadonlyMap<string, readonly Place[]>
  readonly head: Judge | undefined
}

const known = new WeakMap<Definition, Lookups>()

/** The index of a definition; made at the first call for it. */
export function lookupsOf(definition: Definition): Lookups {
  const cached = known.get(definition)
  if (cached) return cached
  const made = index(definition)
  known.set(definition, made)
  return made
}

function index(definition: Definition): Lookups {
  const rounds = new Map<string, Round>()
  const stageOfRound = new Map<string, Stage>()
  const panels = new Map<string, readonly string[]>()
  const entrants = new Map<string, readonly string[]>()
  const places = new Map<string, readonly Place[]>()
  const allJudges = definition.judges.map((judge) => judge.id)
  for (const stage of definition.stages) {
    const listed = mayEnter(stage, entrants)
    const teams = definition.teams.map((team) => team.id).filter((id) => listed?.has(id) ?? true)
    entrants.set(stage.id, teams)
    for (const round of stage.rounds) {
      rounds.set(round.id, round)
      places.set(
        round.id,
        teams.map((team) => ({ team, key: `${round.id}/${team}` })),
      )
      stageOfRound.set(round.id, stage)
      const named = round.panel === 'all' ? undefined : new Set(round.panel)
      const panel = allJudges.filter((id) => named?.has(id) ?? true)
      panels.set(round.id, judgedCriteria(round).length > 0 ? panel : [])
    }
  }
  return {
    stages: new Map(definition.stages.map((stage) => [stage.id, stage])),
    rounds,
    stageOfRound,
    teams: new Map(definition.teams.map((team) => [team.id, team])),
    judges: new Map(definition.judges.map((judge) => [judge.id, judge])),
    panels,
    panelSets: new Map([...panels].map(([id, panel]) => [id, new Set(panel)])),
    entrants,
    places,
    head: definition.judges.find((judge) => judge.head),
  }
}

/** The teams that a stage is open to; undefined: all. Of a stage with qualifiers everybody who may still become one. */
function mayEnter(
  { entrants }: Stage,
  earlier: ReadonlyMap<string, readonly string[]>,
): ReadonlySet<string> | undefined {
  if (entrants === 'all') return undefined
  return new Set(Array.isArray(entrants) ? entrants : earlier.get(entrants.from))
}

const judgedOf = new WeakMap<Round, readonly Criterion[]>()

/** The criteria of a round that judges mark. */
export function judgedCriteria(round: Round): readonly Criterion[] {
  const cached = judgedOf.get(round)
  if (cached) return cached
  const judged = round.criteria.filter((criterion) => criterion.scoredBy === 'judges')
  judgedOf.set(round, judged)
  return judged
}

/** True for an award that goes by the table, of which a team has one at most. */
export function isOfMainList(award: Stage['awards'][number]): boolean {
  return isMainAward(award)
}

/** True where places come from ranks and the lower total is the better one. */
export function lowerTotalWins({ placing }: Stage): boolean {
  return lowerWins(placing)
}

/** The criteria of a round that the secretary tallies (right answers, …). */
export function talliedCriteria(round: Round): readonly Criterion[] {
  return round.criteria.filter((criterion) => criterion.scoredBy === 'secretary')
}

/** True when the score of a round needs a recorded time before it is complete: only where a time can cost points, or part equal teams. */
export function needsTime(definition: Definition, round: Round): boolean {
  if (deductsOvertime(round.overtime) || round.undertime !== undefined) return true
  const { tieBreaks } = lookupsOf(definition).stageOfRound.get(round.id) ?? { tieBreaks: [] }
  return tieBreaks.some((each) => looksAtTime(each, round.id))
}
