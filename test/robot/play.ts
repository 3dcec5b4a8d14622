/**
 * Plays a contest from its first cue to its last, as people would: the MC takes what *Next* offers, judges mark the team that is
 * called, the secretary tallies and records times, the head judge breaks ties and certifies. Everything goes over the wire.
 */
import { setTimeout as pause } from 'node:timers/promises'
import type { Definition, Round } from '@bang-diem/shared/contest/definition.ts'
import { judgedCriteria, lookupsOf, needsTime, talliedCriteria } from '@bang-diem/shared/contest/lookups.ts'
import { nextEntry, onAirEntry, readyEntry } from '@bang-diem/shared/views/entries.ts'
import type { Cast } from './cast.ts'
import type { Script, Tempo } from './script.ts'

export interface Play {
  readonly definition: Definition
  readonly cast: Cast
  readonly script: Script
  readonly tempo: Tempo
  /** Called after each cue, when it is on air. */
  readonly onCue?: (cue: string) => Promise<void> | void
}

/** Plays to the end; rejects when the hub refuses something that it should not. */
export async function play(game: Play): Promise<void> {
  for (;;) {
    const cue = await nextCue(game)
    if (cue === null) return
    if (cue.endsWith('/certify')) await certify(game, cue.slice(0, -'/certify'.length))
    else await takeCue(game, cue)
    await game.onCue?.(cue)
    await pause(game.tempo.cue)
    if (cue.endsWith('/marking')) await markTeam(game, cue)
  }
}

/** What *Next* offers, once it is not blocked by anything that somebody still has to do. */
async function nextCue({ cast }: Play): Promise<string | null> {
  const offered = await cast.mc.until('the MC is offered a cue', () => {
    const next = cast.mc.entry('next', nextEntry)?.next
    if (next === undefined) return undefined
    const waits = next?.block?.code === 'sheets-missing'
    return waits ? undefined : { cue: next?.cue ?? null }
  })
  return offered.cue
}

async function takeCue({ cast, definition }: Play, cue: string): Promise<void> {
  const [round = ''] = cue.split('/')
  if (cast.mc.entry('next', nextEntry)?.next?.block?.code === 'order-missing') {
    await cast.secretary.must({ type: 'drawOrder', round: roundToDraw(definition, round) })
  }
  const onAir = await cast.mc.until('the MC sees what is on air', () => {
    const seen = cast.mc.entry('on-air', onAirEntry)
    return seen === undefined ? undefined : { cue: seen }
  })
  await cast.mc.must({ type: 'take', cue, onAir: onAir.cue })
  await cast.mc.until(`${cue} is on air`, () => cast.mc.entry('on-air', onAirEntry) === cue)
}

function roundToDraw(definition: Definition, root: string): string {
  return lookupsOf(definition).rounds.has(root) ? root : (definition.stages[0]?.rounds[0]?.id ?? root)
}

async function markTeam(game: Play, cue: string): Promise<void> {
  const [roundId = '', team = ''] = cue.split('/')
  const lookups = lookupsOf(game.definition)
  const round = lookups.rounds.get(roundId)
  if (!round) return
  for (const judge of lookups.panels.get(roundId) ?? []) {
    await markSheet(game, round, team, judge)
    await pause(game.tempo.mark)
  }
  for (const criterion of talliedCriteria(round)) {
    const points = game.script.tally(roundId, team, criterion.id)
    await game.cast.secretary.must({ type: 'tally', round: roundId, team, criterion: criterion.id, points })
  }
  if (needsTime(round)) {
    const seconds = game.script.seconds(roundId, team)
    await game.cast.secretary.must({ type: 'recordTime', round: roundId, team, seconds })
  }
}

async function markSheet({ cast, script }: Play, round: Round, team: string, judge: string): Promise<void> {
  const marks = script.marks(round.id, team, judge)
  if (!marks) {
    await cast.secretary.must({ type: 'excuse', round: round.id, team, judge, reason: 'vắng' })
    return
  }
  const page = cast.judges.get(judge)
  for (const filled of judgedCriteria(round).keys())
    page?.socket.emit('draft', { round: round.id, team, filled: filled + 1 })
  await page?.must({ type: 'submitSheet', round: round.id, team, run: 0, revision: 0, marks })
}

async function certify({ cast, definition }: Play, stage: string): Promise<void> {
  const ready = () => cast.secretary.entry(`ready/${stage}`, readyEntry)
  await cast.secretary.until('nothing is missing', () => ready()?.missing.length === 0)
  for (const teams of ready()?.ties ?? []) {
    const order = definition.teams.map(({ id }) => id).filter((id) => teams.includes(id))
    await cast.head.must({ type: 'breakTie', stage, teams: order, reason: 'Trưởng Ban Giám khảo quyết định' })
  }
  await cast.head.must({ type: 'certify', stage })
  const taken = `${stage}/certify`
  await cast.mc.until('the MC may go on', () => cast.mc.entry('next', nextEntry)?.next?.cue !== taken)
}
