/**
 * Plays one random contest in both halls until a reveal differs or the contest ends. Each turn is one act at one moment: work of the
 * panel, a cue, something hidden in one hall alone, or something that anyone in the hall may do.
 */
import type { Definition } from '@bang-diem/shared/contest/definition.ts'
import { announcedOf } from '@bang-diem/shared/ledger/announced.ts'
import type { Scene, ScoreReveal } from '@bang-diem/shared/ledger/reveals.ts'
import type { OnAir, State } from '@bang-diem/shared/ledger/state.ts'
import { type Next, nextOf } from '@bang-diem/shared/rules/next.ts'
import { onAirOf } from '@bang-diem/shared/rules/show.ts'
import { below, type Chance } from '../robot/chance.ts'
import { certify } from './certify.ts'
import { oneOf } from './contests.ts'
import { hallAct } from './hall-acts.ts'
import { hiddenAct } from './hidden-acts.ts'
import { openWork, panelWork } from './panel-work.ts'
import { Secrets } from './secrets.ts'
import type { Story } from './story.ts'
import type { Twins } from './twins.ts'

/** No contest of these needs so many acts; one that does has come to a standstill. */
const mostActs = 2000

/** Answers the act of the first reveal that differs; the number of acts when none did. */
export async function tell(chance: Chance, twins: Twins, definition: Definition): Promise<number> {
  const story: Story = { chance, twins, definition, secrets: new Secrets(chance, definition) }
  twins.beginAct()
  await twins.each((each) => each.enter('stage', 'stage'))
  await twins.each((each) => each.enter('audience', 'audience'))
  while (twins.acts < mostActs) {
    await passTime(story)
    twins.beginAct()
    const turn = await takeTurn(story)
    if (turn === 'ended') {
      await twins.each((each) => each.pass(1000))
      return twins.acts
    }
    if (turn === 'revealed' && !sameOnAir(twins)) return twins.acts - 1
  }
  throw new Error(`${definition.id} has not ended after ${mostActs} acts`)
}

type Turn = 'ended' | 'revealed' | 'other'

async function takeTurn(story: Story): Promise<Turn> {
  const { chance, twins } = story
  if (chance() < 0.25) {
    await hiddenAct(story)
    return 'other'
  }
  if (chance() < 0.25) {
    await hallAct(story)
    return 'other'
  }
  const work = openWork(twins.a.state)
  const next = nextOf(twins.a.state)
  const blocked =
    !next.next || [next, nextOf(twins.b.state)].some((each) => each.next?.block?.code === 'sheets-missing')
  if (work.length > 0 && (blocked || next.next?.cue.step === 'certify' || chance() < 0.6)) {
    await panelWork(story, work)
    return 'other'
  }
  return moveShow(story, next)
}

/** What the MC does: the next cue, one further or one left pending; now and then back, or a scene by hand. */
async function moveShow(story: Story, { next, skipTo, pending }: Next): Promise<Turn> {
  const { chance, twins } = story
  const onAir = onAirOf(twins.a.state)
  if (onAir !== null && chance() < 0.06) {
    await twins.must('mc', { type: 'back', onAir })
    return 'revealed'
  }
  if (chance() < 0.06) {
    const scene = oneOf(chance, [{ kind: 'stand-by' }, { kind: 'title' }] as const)
    await twins.must('mc', { type: 'show', scene, onAir })
    return 'other'
  }
  if (!next) return 'ended'
  if (next.cue.step === 'certify') {
    await certify(story, next.cue.stage)
    return 'other'
  }
  if (next.block?.code === 'order-missing') {
    await twins.must('secretary', { type: 'drawOrder', round: next.block.round })
    return 'other'
  }
  const left = pending.filter(({ cue, block }) => block === null && cue.step === 'score')[0]
  const further = skipTo && skipTo.block === null && skipTo.cue.step !== 'certify' ? skipTo : undefined
  const chosen = chance() < 0.2 ? left : chance() < 0.3 ? further : next
  const cue = (chosen ?? next).cue.id
  const told = announcedOf(twins.a.state.public.onAir).scores
  await twins.must('mc', { type: 'take', cue, onAir })
  for (const { state } of [twins.a, twins.b]) refuseSideEffects(told, state, cue)
  return 'revealed'
}

/** A score that was told may be told otherwise only by a cue about its own team: what has changed in secret is in no table (U-14, U-16). */
function refuseSideEffects(told: ReadonlyMap<string, ScoreReveal>, state: State, cue: string): void {
  const onAir = state.public.onAir.at(-1)
  for (const reveal of onAir?.reveals ?? []) {
    const before = reveal.kind === 'score' ? told.get(`${reveal.round}/${reveal.team}`) : undefined
    if (!onAir || !before || reveal.kind !== 'score' || isAbout(onAir.scene, reveal.team)) continue
    if (JSON.stringify({ ...before, rank: 0 }) !== JSON.stringify({ ...reveal, rank: 0 })) {
      throw new Error(`${cue} told ${reveal.round}/${reveal.team}, which it is not about, otherwise than before`)
    }
  }
}

function isAbout(scene: Scene, team: string): boolean {
  if (scene.kind === 'score' || scene.kind === 'ceremony') return scene.team === team
  return scene.kind === 'standings' && scene.final
}

/** Whether both halls were shown the same, whatever the order in which the reveals stand in their commit. */
function sameOnAir({ a, b }: Twins): boolean {
  return announced(a.state.public.onAir.at(-1)) === announced(b.state.public.onAir.at(-1))
}

function announced(onAir: OnAir | undefined): string {
  return JSON.stringify([onAir?.cue, onAir?.scene, onAir?.reveals.map((reveal) => JSON.stringify(reveal)).sort()])
}

/** From the same moment on to some seconds: below a pace's interval, around it, and beyond a beat. */
async function passTime({ chance, twins }: Story): Promise<void> {
  const ms = oneOf(chance, [
    () => 0,
    () => below(chance, 50),
    () => below(chance, 50),
    () => below(chance, 400),
  ] as const)()
  const long = chance() < 0.02 ? 11_000 : 0
  await twins.each((each) => each.pass(ms + long))
}
