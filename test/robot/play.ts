/**
 * Plays a contest from its first cue to its last, as people would: the MC takes what *Next* offers, judges mark the team that is
 * called, the secretary tallies and records times, the head judge breaks ties and certifies. Everything goes over the wire.
 */
import { setTimeout as pause } from 'node:timers/promises'
import type { Definition, Round } from '@bang-diem/shared/contest/definition.ts'
import { judgedCriteria, lookupsOf } from '@bang-diem/shared/contest/lookups.ts'
import { readyEntry } from '@bang-diem/shared/views/desk-entries.ts'
import { missingEntry, nextEntry, onAirEntry } from '@bang-diem/shared/views/show-entries.ts'
import * as v from 'valibot'
import type { Cast } from './cast.ts'
import { Refused } from './page.ts'
import type { Script, Tempo } from './script.ts'

type Missing = v.InferOutput<typeof missingEntry>
const sheetsMissing = v.object({ code: v.literal('sheets-missing'), missing: v.array(missingEntry) })

export interface Play {
  readonly definition: Definition
  readonly cast: Cast
  readonly script: Script
  readonly tempo: Tempo
  /** Called after each cue, when it is on air. */
  readonly onCue?: (cue: string) => Promise<void> | void
  /** Called when the hub refuses something, before the robot looks again; without it a refusal ends the play. */
  readonly onRefused?: (refused: Refused) => Promise<void>
}

/** Plays to the end; rejects when the hub refuses something that it should not, unless `onRefused` takes it. */
export async function play(game: Play): Promise<void> {
  while (await playNext(game));
}

/** One cue with everything that follows from it; false after the last. */
async function playNext(game: Play): Promise<boolean> {
  try {
    const { cue, missing } = await offered(game)
    if (cue === null) return false
    if (missing.length > 0) await fillIn(game, missing)
    else if (cue.endsWith('/certify')) await certify(game, cue.slice(0, -'/certify'.length))
    else await put(game, cue)
  } catch (error) {
    if (!(error instanceof Refused) || !game.onRefused) throw error
    await game.onRefused(error)
  }
  return true
}

/** What *Next* offers, and what it still waits for. */
function offered({ cast }: Play): Promise<{ cue: string | null; missing: readonly Missing[] }> {
  return cast.mc.until('the MC is offered a cue', () => {
    const next = cast.mc.entry('next', nextEntry)?.next
    if (next === undefined) return undefined
    const waits = v.safeParse(sheetsMissing, next?.block)
    return { cue: next?.cue ?? null, missing: waits.success ? waits.output.missing : [] }
  })
}

/** Takes a cue, lets the hall look at it, and has a team that has performed marked. */
async function put(game: Play, cue: string): Promise<void> {
  await takeCue(game, cue)
  await game.onCue?.(cue)
  await pause(game.tempo.cue)
  if (!cue.endsWith('/marking')) return
  const entry = game.cast.mc.entry(`missing/${cue.slice(0, -'/marking'.length)}`, missingEntry)
  if (entry) await fillIn(game, [entry])
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

/** Sends everything that the scores wait for, and waits until the MC sees that nothing does. */
async function fillIn(game: Play, missing: readonly Missing[]): Promise<void> {
  const { cast, script, tempo, definition } = game
  for (const { round, team, judges, criteria, time } of missing) {
    const rules = lookupsOf(definition).rounds.get(round)
    if (!rules) continue
    for (const judge of judges) {
      await markSheet(game, rules, team, judge)
      await pause(tempo.mark)
    }
    for (const criterion of criteria) {
      await cast.secretary.must({ type: 'tally', round, team, criterion, points: script.tally(round, team, criterion) })
    }
    if (time) await cast.secretary.must({ type: 'recordTime', round, team, seconds: script.seconds(round, team) })
    for (const page of [cast.mc, cast.secretary]) {
      await page.until('nothing is missing', () => page.entry(`missing/${round}/${team}`, missingEntry) === undefined)
    }
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

async function certify(game: Play, stage: string): Promise<void> {
  const { cast, definition } = game
  const readyNow = () => cast.secretary.entry(`ready/${stage}`, readyEntry)
  const ready = await cast.secretary.until('the desk knows what is missing', readyNow)
  if (ready.missing.length > 0) return fillIn(game, ready.missing)
  for (const teams of ready.ties) {
    const order = definition.teams.map(({ id }) => id).filter((id) => teams.includes(id))
    await cast.head.must({ type: 'breakTie', stage, teams: order, reason: 'Trưởng Ban Giám khảo quyết định' })
  }
  await cast.head.must({ type: 'certify', stage })
  await game.onCue?.(`${stage}/certify`)
  await cast.mc.until('the MC may go on', () => cast.mc.entry('next', nextEntry)?.next?.cue !== `${stage}/certify`)
}
