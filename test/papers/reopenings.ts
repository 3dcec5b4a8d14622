/** A certified stage that is opened again, with something in it put right, so that another version is certified. */
import type { Stage } from '@bang-diem/shared/contest/definition.ts'
import { lookupsOf } from '@bang-diem/shared/contest/lookups.ts'
import { definitionOf } from '@bang-diem/shared/ledger/state.ts'
import { missingInStage } from '@bang-diem/shared/rules/scores.ts'
import type { Dice } from '../oracle/dice.ts'
import type { History } from './history.ts'
import { marksIn } from './marks.ts'
import { approveAll } from './requests.ts'
import { supply } from './supplying.ts'
import { partTies } from './ties.ts'

/** Most of them are certified again; a version that is not is left as it stands. */
export function reopenings(history: History, dice: Dice): void {
  const { state } = history
  const definition = definitionOf(state)
  const certified = [...state.certified.keys()]
  if (certified.length === 0) return
  const stage = dice.pick(certified)
  if (!history.ask('organiser', { type: 'reopenStage', stage, reason: 'cộng nhầm một phiếu' })) return
  approveAll(history)
  const rules = lookupsOf(definition).stages.get(stage)
  if (!rules || state.certified.has(stage)) return
  for (const { id: round } of rules.rounds) {
    for (const team of definition.teams.map(({ id }) => id)) {
      const judges = [...(state.sheets.get(`${round}/${team}`)?.keys() ?? [])]
      if (judges.length === 0 || dice.chance(0.5)) continue
      const judge = dice.pick(judges)
      if (!history.ask(`judge:${judge}`, { type: 'requestReopen', round, team, reason: 'cộng nhầm' })) continue
      approveAll(history)
      const sheet = state.sheets.get(`${round}/${team}`)?.get(judge)
      const marks = marksIn(definition, round, dice)
      if (sheet?.status !== 'reopened') continue
      history.ask(`judge:${judge}`, { type: 'submitSheet', round, team, run: 0, revision: sheet.revision, marks })
    }
  }
  if (dice.chance(0.8)) certifyAgain(history, dice, rules)
}

function certifyAgain(history: History, dice: Dice, stage: Stage): void {
  for (const missing of missingInStage(history.state, stage)) supply(history, dice, missing)
  approveAll(history)
  partTies(history, dice, stage)
  const { head } = lookupsOf(definitionOf(history.state))
  history.ask(head ? `judge:${head.id}` : 'organiser', { type: 'certify', stage: stage.id })
}
