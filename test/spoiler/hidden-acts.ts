/**
 * What the hall must not notice. Most happen in one hall alone: points taken and given, notes, corrections at the desk, drafts,
 * requests, refused commands, pages of staff that come and go. A reopened sheet shows in the count, so it happens in both.
 */
import { lookupsOf, needsTime } from '@bang-diem/shared/contest/lookups.ts'
import { inGroup } from '@bang-diem/shared/ledger/grouped.ts'
import { definitionOf, isExcused, type State, sheetOf } from '@bang-diem/shared/ledger/state.ts'
import type { CommandBody } from '@bang-diem/shared/rules/commands.ts'
import type { SeatId } from '@bang-diem/shared/rules/seats.ts'
import { below, type Chance } from '../robot/chance.ts'
import { oneOf } from './contests.ts'
import { approveWaiting } from './panel-work.ts'
import type { Performance } from './performance.ts'
import { headSeat, type Story } from './story.ts'
import { mustAccept } from './twins.ts'

export async function hiddenAct(story: Story): Promise<void> {
  const { chance, twins } = story
  const hall = chance() < 0.5 ? twins.a : twins.b
  const place = somePerformed(chance, hall.state)
  const harmless = [note, refused, newPage, draft, shortLivedLine, declined, reopened] as const
  const act = oneOf(chance, story.secrets.equalResults ? harmless : [...harmless, line, withdrawnLine, correction])
  // Most secrets are about a team that has performed in a stage that is still open.
  await (place && !certified(hall.state, place.round) ? act : note)(story, hall, place ?? { round: '', team: '' })
}

interface Place {
  readonly round: string
  readonly team: string
}

type Act = (story: Story, hall: Performance, place: Place) => Promise<void>

const note: Act = async ({ chance }, hall) => {
  await mustAccept(hall, 'secretary', { type: 'note', text: `ghi chú ${below(chance, 1000)}` })
}

/** Commands that come to nothing: no right, no such cue. */
const refused: Act = async ({ chance }, hall, { round, team }) => {
  const [seat, body] = oneOf<readonly [SeatId, CommandBody]>(chance, [
    ['mc', { type: 'take', cue: `${round}/${team}/score`, onAir: 'none/none' }],
    ['mc', { type: 'deduct', round, team, points: '1', reason: 'không có quyền' }],
    ['secretary', { type: 'withdrawDeduction', line: 'd99', reason: 'không có' }],
  ])
  const ack = await hall.command(seat, body)
  if (ack.ok) throw new Error(`${seat}: ${JSON.stringify(body)} should have been refused`)
}

const newPage: Act = async ({ chance }, hall) => {
  await hall.takeSeat(oneOf<SeatId>(chance, ['secretary', 'mc', 'organiser']))
}

const draft: Act = async ({ chance, definition }, hall, { round, team }) => {
  const judge = definition.judges[below(chance, definition.judges.length)]
  if (judge) await hall.draft(`judge:${judge.id}`, round, team, below(chance, 3))
}

const line: Act = async ({ chance }, hall, { round, team }) => {
  const type = oneOf(chance, ['deduct', 'addBonus'] as const)
  await mustAccept(hall, 'secretary', { type, round, team, points: oneOf(chance, ['0.5', '1', '2']), reason: 'lỗi' })
}

/** A deduction that the secretary takes back at once. */
const shortLivedLine: Act = async (_story, hall, { round, team }) => {
  const id = `d${hall.state.deductions.size + 1}`
  await mustAccept(hall, 'secretary', { type: 'deduct', round, team, points: '0.5', reason: 'nhầm' })
  await mustAccept(hall, 'secretary', { type: 'withdrawDeduction', line: id, reason: 'nhầm đội' })
}

const withdrawnLine: Act = async (story, hall, place) => {
  const standing = [...hall.state.deductions.values()].find(
    ({ withdrawn, round }) => withdrawn === null && !certified(hall.state, round),
  )
  if (!standing) return line(story, hall, place)
  await mustAccept(hall, 'secretary', { type: 'withdrawDeduction', line: standing.id, reason: 'nhầm đội' })
}

/** The desk corrects what it had written: another time or other points than before. */
const correction: Act = async (story, hall, { round, team }) => {
  const { chance, definition } = story
  const rules = lookupsOf(definition).rounds.get(round)
  const tallied = rules?.criteria.find(({ scoredBy }) => scoredBy === 'secretary')
  if (tallied && inGroup(hall.state.tallies, `${round}/${team}`).has(tallied.id)) {
    const points = String(below(chance, 6))
    await mustAccept(hall, 'secretary', { type: 'tally', round, team, criterion: tallied.id, points })
  } else if (rules && needsTime(definition, rules) && hall.state.times.has(`${round}/${team}`)) {
    await mustAccept(hall, 'secretary', { type: 'recordTime', round, team, seconds: 240 + below(chance, 150) })
  } else await note(story, hall, { round, team })
}

/** A judge asks to reopen a sheet, and the head judge says no. */
const declined: Act = async (story, hall, place) => {
  const judge = someSubmitted(story.chance, hall.state, place)
  // The organiser stands in for an absent head judge, and nobody settles what they asked themselves.
  if (judge === undefined || headSeat(story) === `judge:${judge}`) return note(story, hall, place)
  const request = String(hall.state.requests.size + 1)
  await mustAccept(hall, `judge:${judge}`, { type: 'requestReopen', ...place, reason: 'bấm nhầm' })
  await mustAccept(hall, headSeat(story), { type: 'decline', request, reason: 'không cần' })
}

const reopened: Act = async (story, hall, place) => {
  const judge = someSubmitted(story.chance, story.twins.a.state, place)
  if (judge === undefined || headSeat(story) === `judge:${judge}`) return note(story, hall, place)
  await story.twins.must(`judge:${judge}`, { type: 'requestReopen', ...place, reason: 'bấm nhầm' })
  await approveWaiting(story, 'reopen-sheet', { ...place, judge })
}

function somePerformed(chance: Chance, state: State): Place | undefined {
  const performed = [...state.performed]
  const [round, team] = performed[below(chance, performed.length)]?.split('/') ?? []
  return round !== undefined && team !== undefined ? { round, team } : undefined
}

function someSubmitted(chance: Chance, state: State, { round, team }: Place): string | undefined {
  const judges = (lookupsOf(definitionOf(state)).panels.get(round) ?? []).filter(
    (judge) => sheetOf(state, round, team, judge)?.status === 'submitted' && !isExcused(state, round, team, judge),
  )
  return judges[below(chance, judges.length)]
}

function certified(state: State, round: string): boolean {
  const stage = lookupsOf(definitionOf(state)).stageOfRound.get(round)
  return stage !== undefined && state.certified.has(stage.id)
}
