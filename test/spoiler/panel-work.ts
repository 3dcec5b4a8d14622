/** What panel and desk owe the performances so far, done in both halls at the same moment: sheets, absences, tallies, times. */
import { lookupsOf } from '@bang-diem/shared/contest/lookups.ts'
import { definitionOf, type State, sheetOf } from '@bang-diem/shared/ledger/state.ts'
import type { Missing } from '@bang-diem/shared/rules/refusals.ts'
import { missingInStage } from '@bang-diem/shared/rules/scores.ts'
import { below, type Chance } from '../robot/chance.ts'
import { headSeat, type Story } from './story.ts'

/** What is missing for teams that have performed. */
export function openWork(state: State): Missing[] {
  const missing = definitionOf(state).stages.flatMap((stage) => missingInStage(state, stage))
  return missing.filter(({ round, team }) => state.performed.has(`${round}/${team}`))
}

export async function panelWork(story: Story, work: readonly Missing[]): Promise<void> {
  const { chance, twins, secrets } = story
  const chosen = work[below(chance, work.length)]
  if (!chosen) return
  const { round, team, judges, criteria, time } = chosen
  if (judges.length > 0) return markTogether(story, round, team, someOf(chance, judges))
  const criterion = lookupsOf(story.definition)
    .rounds.get(round)
    ?.criteria.find(({ id }) => criteria.includes(id))
  if (criterion) {
    const { a, b } = secrets.points(round, team, criterion.scale)
    const tally = { type: 'tally', round, team, criterion: criterion.id } as const
    return twins.must('secretary', { a: { ...tally, points: a }, b: { ...tally, points: b } })
  }
  if (!time) return
  const seconds = secrets.seconds(round, team)
  const record = { type: 'recordTime', round, team } as const
  await twins.must('secretary', { a: { ...record, seconds: seconds.a }, b: { ...record, seconds: seconds.b } })
}

/** One to three judges in the same instant, so that several sheets go into one append. */
function someOf(chance: Chance, judges: readonly string[]): readonly string[] {
  const from = below(chance, judges.length)
  return judges.slice(from, from + 1 + below(chance, 3))
}

async function markTogether(story: Story, round: string, team: string, judges: readonly string[]): Promise<void> {
  // Chance is asked in a fixed order; only then do the judges act together.
  const acts = judges.map((judge) => markingOf(story, round, team, judge))
  await Promise.all(acts.map((act) => act()))
}

function markingOf(story: Story, round: string, team: string, judge: string): () => Promise<void> {
  const { chance, twins, secrets } = story
  const sheet = { round, team, judge }
  const marks = secrets.marks(round, team, judge)
  const before = sheetOf(twins.a.state, round, team, judge)
  const way = chance()
  if (way < 0.04) return () => twins.must('secretary', { type: 'excuse', ...sheet, reason: 'vắng' })
  if (way < 0.07 && !before) {
    return () => twins.must(`judge:${judge}`, { type: 'recuse', round, team, reason: 'người nhà dự thi' })
  }
  const known = twins.a.state.known.has(`${round}/${team}`)
  if (way < 0.1 || (known && !before)) return () => fromPaper(story, sheet, marks)
  const submit = { type: 'submitSheet', round, team, run: 0, revision: before?.revision ?? 0 } as const
  return () => twins.must(`judge:${judge}`, { a: { ...submit, marks: marks.a }, b: { ...submit, marks: marks.b } })
}

type Sheet = { readonly round: string; readonly team: string; readonly judge: string }
type Marks = Readonly<Record<string, string>>

/** A sheet from paper, approved by a second person. */
async function fromPaper(story: Story, sheet: Sheet, marks: { readonly a: Marks; readonly b: Marks }): Promise<void> {
  const enter = { type: 'enterSheet', ...sheet, reason: 'điện thoại hết pin' } as const
  await story.twins.must('secretary', { a: { ...enter, marks: marks.a }, b: { ...enter, marks: marks.b } })
  await approveWaiting(story, 'enter-sheet', sheet)
}

/** The second person says yes. The request may have another number in each hall. */
export async function approveWaiting(story: Story, kind: string, sheet: Sheet): Promise<void> {
  const approve = (state: State) => {
    const request = [...state.requests.values()].find(
      ({ status, act }) =>
        status === 'waiting' &&
        act.kind === kind &&
        'judge' in act &&
        act.round === sheet.round &&
        act.team === sheet.team &&
        act.judge === sheet.judge,
    )
    if (!request) throw new Error(`no request of kind ${kind} waits`)
    return { type: 'approve', request: request.id } as const
  }
  await story.twins.must(headSeat(story), { a: approve(story.twins.a.state), b: approve(story.twins.b.state) })
}
