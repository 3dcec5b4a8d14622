/** The part of the fold about who goes first among equals, who comes on, and awards given by hand. It ranks nobody. */
import type { FactOf } from './facts.ts'
import { put } from './grouped.ts'
import { stageAward, stageQuestion } from './keys.ts'
import type { State } from './state.ts'

type PlaceFact = FactOf<
  'tie-broken' | 'question-tallied' | 'cut-decided' | 'stage-entered' | 'award-given' | 'award-taken-back'
>

export function evolvePlaces(state: State, fact: PlaceFact): void {
  switch (fact.type) {
    case 'tie-broken':
      addTie(state, fact)
      return
    case 'question-tallied':
      put(state.questions, stageQuestion(fact.stage, fact.question), fact.team, fact.points)
      return
    case 'cut-decided':
      state.cuts.set(fact.stage, [
        ...(state.cuts.get(fact.stage) ?? []),
        { by: 'decision', teams: fact.teams, reason: fact.reason },
      ])
      return
    case 'stage-entered':
      state.qualified.set(fact.stage, fact.teams)
      return
    case 'award-given':
      put(state.picked, stageAward(fact.stage, fact.award), fact.team, fact.reason)
      return
    case 'award-taken-back':
      state.picked.get(stageAward(fact.stage, fact.award))?.delete(fact.team)
      return
  }
}

function addTie(state: State, { stage, teams, reason, by }: FactOf<'tie-broken'>): void {
  state.ties.set(stage, [...(state.ties.get(stage) ?? []), { by: by ?? 'decision', teams, reason }])
}
