/** Each role and each command: who may give it stands here a second time, written by hand from the contract. */
import { commands } from './commands.ts'
import type { Inspector } from './inspector.ts'
import { type Ack, send } from './try-commands.ts'
import { type Role, roles, type World } from './world.ts'

const allowed: Readonly<Record<string, readonly Role[]>> = {
  submitSheet: ['judge', 'head'],
  recuse: ['judge', 'head'],
  requestReopen: ['judge', 'head'],
  take: ['mc'],
  back: ['mc'],
  show: ['mc'],
  startTimer: ['mc'],
  pauseTimer: ['mc'],
  resetTimer: ['mc'],
  setOrder: ['secretary'],
  drawOrder: ['secretary'],
  tally: ['secretary'],
  recordTime: ['secretary'],
  deduct: ['secretary'],
  addBonus: ['secretary'],
  withdrawDeduction: ['secretary'],
  withdrawBonus: ['secretary'],
  enterSheet: ['secretary'],
  excuse: ['secretary', 'head'],
  withdrawExcuse: ['secretary', 'head'],
  releaseJudge: ['head', 'organiser'],
  recallJudge: ['head', 'organiser'],
  recordFactor: ['secretary'],
  tallyQuestion: ['secretary'],
  withdrawTeam: ['secretary'],
  note: ['secretary'],
  approve: ['head', 'organiser'],
  decline: ['head', 'organiser'],
  breakTie: ['head'],
  drawLots: ['head'],
  decideCut: ['head'],
  qualify: ['head'],
  certify: ['head'],
  giveAward: ['organiser'],
  takeBackAward: ['organiser'],
  redefine: ['organiser'],
  replaceJudge: ['organiser'],
  reopenStage: ['organiser'],
}

/** In a contest where nothing has happened, what would make each command impossible for whoever may give it. */
const impossible: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  take: { onAir: 'chung-ket/title' },
  back: { onAir: null },
  show: { onAir: 'chung-ket/title' },
  setOrder: { teams: ['a'] },
  drawOrder: { round: 'khong-co' },
  tally: { criterion: 'khong-co' },
  deduct: { team: 'khong-co' },
  addBonus: { team: 'khong-co' },
  recuse: { team: 'khong-co' },
  excuse: { judge: 'khong-co' },
  withdrawTeam: { team: 'khong-co' },
  replaceJudge: { judge: 'khong-co' },
  releaseJudge: { judge: 'khong-co' },
}

export async function tryRoles(world: World, inspector: Inspector): Promise<void> {
  for (const [type, { body }] of Object.entries(commands)) {
    for (const role of roles) {
      // A note is always possible: what tells a role that may write one is that the text is looked at.
      const text = type === 'note' ? { text: '' } : {}
      const message = { id: `role-${role}-${type.toLowerCase()}`, type, ...body, ...impossible[type], ...text }
      const may = allowed[type]?.includes(role) ?? false
      const judge = type === 'note' && may ? onlyMalformed : (ack: Ack) => told(ack, may)
      const tried = type === 'note' && !may ? { ...message, text: 'ghi chú' } : message
      await inspector.try(`${role} gives ${type}: ${may ? 'refused for the contest' : 'not allowed'}`, () =>
        send(world.quiet.pages[role], tried, judge),
      )
    }
  }
}

function onlyMalformed(ack: Ack): string | null {
  return !ack.ok && ack.refusal.code === 'command-invalid' ? null : 'its text was not looked at'
}

function told(ack: Ack, may: boolean): string | null {
  if (ack.ok) return 'it was accepted'
  const barred = ack.refusal.code === 'role-not-allowed'
  if (ack.refusal.code === 'command-invalid') return 'it never came to the role'
  if (may) return barred ? 'a role that may give it was barred' : null
  return barred ? null : `refused as ${ack.refusal.code}, not for its role`
}
