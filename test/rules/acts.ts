/** What people do again and again on stage and at the desk, each as one line of a story about the small contest. */
import type { Story } from './rulebook.ts'

export const reason = 'lý do'
export type Marks = string | readonly [string, string, string]

/** A team performs and everything of it is in; each of the three judges gives the same mark twice. */
export function play(story: Story, team: string, marks: Marks, round = 'chao-hoi'): Story {
  story.take(`${round}/${team}/perform`, `${round}/${team}/marking`)
  const [gk1, gk2, gk3] = typeof marks === 'string' ? [marks, marks, marks] : marks
  story.submit(round, team, { gk1: [gk1, gk1], gk2: [gk2, gk2], gk3: [gk3, gk3] })
  return story.when('secretary', { type: 'recordTime', round, team, seconds: 300 }).thenAccepted()
}

/** The sheet of gk2 is open again. */
export function reopen(story: Story, team: string, round = 'chao-hoi'): Story {
  const request = String(story.state.requests.size + 1)
  story.when('judge:gk2', { type: 'requestReopen', round, team, reason }).thenAccepted()
  return story.when('judge:gk1', { type: 'approve', request }).thenAccepted()
}

/** gk2 marks a team anew. */
export function change(story: Story, team: string, mark: string, round = 'chao-hoi'): Story {
  return reopen(story, team, round).submit(round, team, { gk2: [mark, mark] })
}

export function deduct(story: Story, team: string, points: string, round = 'chao-hoi'): Story {
  return story.when('secretary', { type: 'deduct', round, team, points, reason }).thenAccepted()
}

export function withdraw(story: Story, team: string): Story {
  return story.when('secretary', { type: 'withdrawTeam', team, reason }).thenAccepted()
}

export function certify(story: Story): Story {
  return story.when('judge:gk1', { type: 'certify', stage: 'chung-ket' }).thenAccepted()
}

/** A certified stage is certified no more. */
export function reopenStage(story: Story): Story {
  const request = String(story.state.requests.size + 1)
  story.when('organiser', { type: 'reopenStage', stage: 'chung-ket', reason }).thenAccepted()
  return story.when('judge:gk1', { type: 'approve', request }).thenAccepted()
}
