/** The entries that every view begins with: names and bounds from the definition. Made once per definition; nothing in them is secret. */
import type { Definition, Round } from '../contest/definition.ts'
import { isOfMainList, lowerTotalWins, needsTime } from '../contest/lookups.ts'
import { type Exact, mul, parseDecimal, sum, toFraction } from '../scoring/exact.ts'
import { totalRounding } from '../scoring/rounding.ts'
import { madeOnce } from './made-once.ts'
import type { View } from './view.ts'

interface Static {
  readonly common: View
  readonly judges: View
  readonly forms: View
}

/** `contest`, `team/…`, `stage/…`, `round/…`: for every audience. */
export function commonEntries(definition: Definition): View {
  return staticOf(definition).common
}

/** `judge/…`: for staff. */
export function judgeEntries(definition: Definition): View {
  return staticOf(definition).judges
}

/** `form/…`: for judges and the desk. */
export function formEntries(definition: Definition): View {
  return staticOf(definition).forms
}

const staticOf = madeOnce((definition: Definition): Static => {
  const judges: View = new Map(definition.judges.map(({ id, ...judge }) => [`judge/${id}`, judge]))
  const rounds = definition.stages.flatMap((stage) => stage.rounds)
  const forms: View = new Map(rounds.map((round) => [`form/${round.id}`, formOf(definition, round)]))
  return { common: commonOf(definition), judges, forms }
})

function commonOf(definition: Definition): View {
  const { id, title, edition, organiser, venue, date, language } = definition
  const view: View = new Map()
  view.set('contest', { id, title, edition, organiser, venue, date, language })
  for (const [index, { id: team, name, shortName, unit, group, category }] of definition.teams.entries()) {
    view.set(`team/${team}`, { name, shortName, unit, group, category, index })
  }
  for (const [index, { id: session, title: sessionTitle, date: day, time }] of definition.sessions.entries()) {
    view.set(`session/${session}`, { title: sessionTitle, date: day, time, index })
  }
  let place = 0
  for (const [index, stage] of definition.stages.entries()) {
    const maximum = sum(stage.rounds.map((round) => mul(mostIn(round), parseDecimal(round.weight))))
    view.set(`stage/${stage.id}`, {
      title: stage.title,
      index,
      rounds: stage.rounds.map((round) => round.id),
      decimals: totalRounding(stage.rounding).decimals,
      reveal: stage.reveal,
      lowerWins: lowerTotalWins(stage),
      awards: stage.awards.map((award) => ({ id: award.id, title: award.title, main: isOfMainList(award) })),
      ...(stage.separately === undefined ? {} : { separately: stage.separately }),
      maximum: toFraction(maximum),
    })
    for (const round of stage.rounds) {
      const { limitSeconds, warnSeconds } = round.time
      const { title: roundTitle, weight } = round
      const entry = {
        title: roundTitle,
        stage: stage.id,
        index: place++,
        maximum: toFraction(mostIn(round)),
        weight,
        limitSeconds,
        warnSeconds,
      }
      view.set(`round/${round.id}`, entry)
    }
  }
  return view
}

/** What a team can get at most: with a factor, the points times the highest one. */
function mostIn({ maximum, factor }: Round): Exact {
  const points = parseDecimal(maximum)
  return factor === undefined ? points : mul(points, parseDecimal(factor.max))
}

function formOf(definition: Definition, round: Round): object {
  return {
    criteria: round.criteria.map(({ id, title, scale, weight, scoredBy }) => ({
      id,
      title,
      ...scale,
      weight,
      scoredBy,
    })),
    ...(round.factor === undefined ? {} : { factor: round.factor }),
    time: {
      limitSeconds: round.time.limitSeconds,
      minimumSeconds: round.time.minimumSeconds,
      needed: needsTime(definition, round),
    },
  }
}
