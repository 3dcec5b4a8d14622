/** What the rule sheet says of a stage's totals and places: what counts, what is rounded, and who goes first among equals. */
import type { Stage } from '../../contest/definition.ts'
import { awardRule } from '../../scoring/awards/registry.ts'
import { placingMethod } from '../../scoring/placing/registry.ts'
import { type Rounding, totalRounding } from '../../scoring/rounding.ts'
import { tieBreakRule } from '../../scoring/tie-breaks/registry.ts'
import { showDecimal } from '../decimals.ts'
import { chosenRule, type Rule, type Speaking } from './rule.ts'

export function placeRules(stage: Stage, speaking: Speaking): Rule[] {
  const { words } = speaking
  return [
    ...entrantRules(stage, speaking),
    chosenRule(placingMethod(stage.placing), speaking),
    ...attemptRules(stage, speaking),
    ...carryRules(stage, speaking),
    ...(stage.separately === undefined ? [] : [{ text: words.separately[stage.separately] }]),
    ...roundingRules(stage.rounding, speaking),
    { text: words.compare[stage.compare] },
    { text: words.ranking[stage.ranking] },
    tieRules(stage, speaking),
    ...awardRules(stage, speaking),
    { text: words.reveal[stage.reveal] },
  ]
}

function entrantRules({ entrants }: Stage, { words, names }: Speaking): Rule[] {
  if (entrants === 'all' || Array.isArray(entrants)) return []
  const { from, best, perGroup, andBestOthers, onTie } = entrants
  return [{ text: words.entrants(names.stage(from), best, perGroup, andBestOthers) }, { text: words.onTie[onTie] }]
}

function awardRules({ awards }: Stage, speaking: Speaking): Rule[] {
  if (awards.length === 0) return []
  return [{ text: speaking.words.awards, items: awards.map((award) => chosenRule(awardRule(award), speaking)) }]
}

function attemptRules({ attempts }: Stage, { words, names }: Speaking): Rule[] {
  return attempts.map(({ rounds, keep }) => ({
    text: words.attempts(rounds.map((id) => `“${names.round(id)}”`).join(', '), keep),
  }))
}

function carryRules({ carryOver, ownWeight }: Stage, { words, names, language }: Speaking): Rule[] {
  const carried = carryOver.map(({ stage, weight }) => ({
    text: words.carried(names.stage(stage), showDecimal(weight, language)),
  }))
  if (carried.length === 0 && ownWeight === '1') return []
  return [{ text: words.ownWeight(showDecimal(ownWeight, language)) }, ...carried]
}

/** The total is always rounded; what is not named is not rounded, and the sheet says so. */
function roundingRules(rounding: readonly Rounding[], { words }: Speaking): Rule[] {
  const named = rounding.filter(({ at }) => at !== 'total')
  const all = [...named, totalRounding(rounding)]
  return [
    ...all.map(({ at, decimals, mode }) => ({
      text: words.rounding(words.roundingPlaces[at], decimals, words.roundingModes[mode]),
    })),
    { text: words.nowhereElse },
  ]
}

function tieRules({ tieBreaks }: Stage, speaking: Speaking): Rule {
  if (tieBreaks.length === 0) return { text: speaking.words.noTies }
  return {
    text: speaking.words.ties,
    items: tieBreaks.map((tieBreak) => chosenRule(tieBreakRule(tieBreak), speaking)),
  }
}
