/** A preliminary in two groups and a final for those who come on, small enough to follow in one's head. */
import type { DefinitionInput } from '@bang-diem/shared/contest/definition.ts'
import type { Story } from './rulebook.ts'
import { oneRound } from './small-contest.ts'

type StageInput = DefinitionInput['stages'][number]

/**
 * Teams a1, a2, a3 in group A, b1, b2, b3 in group B. `vong-loai` has the round `vong-loai-1`, `chung-ket` the round `chung-ket-1`; in both
 * gk1 to gk3 mark one criterion of 20.
 */
export function twoStages(first: Partial<StageInput> = {}, final: Partial<StageInput> = {}): DefinitionInput {
  const teams = ['a1', 'a2', 'a3', 'b1', 'b2', 'b3'].map((id) => ({
    id,
    name: `Đội ${id.toUpperCase()}`,
    group: id.startsWith('a') ? 'A' : 'B',
  }))
  return {
    ...oneRound(),
    teams,
    stages: [
      { id: 'vong-loai', title: 'Vòng loại', rounds: [round('vong-loai-1')], separately: 'group', ...first },
      {
        id: 'chung-ket',
        title: 'Chung kết',
        rounds: [round('chung-ket-1')],
        entrants: { from: 'vong-loai', best: 1, perGroup: true, andBestOthers: 1 },
        ...final,
      },
    ],
  }
}

function round(id: string) {
  return {
    id,
    title: id,
    maximum: '20',
    criteria: [{ id: 'chung', title: 'Chung', scale: { max: '20', step: '0.25' } }],
  }
}

/** Every team performs and gets its mark from all three judges. */
export function playStage(story: Story, round: string, marks: Readonly<Record<string, string>>): Story {
  for (const [team, mark] of Object.entries(marks)) {
    story.take(`${round}/${team}/perform`, `${round}/${team}/marking`)
    story.submit(round, team, { gk1: [mark], gk2: [mark], gk3: [mark] })
    story.take(`${round}/${team}/score`)
  }
  return story
}

/** Certified and told to its end, from the last place up. */
export function finish(story: Story, stage: string, places: readonly number[]): Story {
  story.when('judge:gk1', { type: 'certify', stage }).thenAccepted()
  return story.take(...places.map((place) => `${stage}/place/${place}`), `${stage}/final`)
}

/** Places of two groups of three, each from its last one up. */
export const twoGroups = [3, 2, 1, 6, 5, 4]
