/** What anyone in the hall may do at any moment, in both halls alike: come late, leave, ask again, ask too much, read public addresses. */
import { below } from '../robot/chance.ts'
import { oneOf } from './contests.ts'
import type { Story } from './story.ts'

/** So many pages listen at most; each costs a message at every moment. */
const mostPages = 4

export async function hallAct(story: Story): Promise<void> {
  const { chance, twins, definition } = story
  const pages = twins.a.hall
  const page = pages[below(chance, pages.length)] ?? 'stage'
  const act = chance()
  if (act < 0.2 && pages.length < mostPages) {
    const screen = oneOf(chance, ['stage', 'audience'] as const)
    const name = `late-${twins.acts}`
    await twins.each((each) => each.enter(name, screen))
  } else if (act < 0.3 && page.startsWith('late')) await twins.each((each) => each.leave(page))
  else if (act < 0.4) await twins.each((each) => each.resync(page))
  else if (act < 0.45) await twins.each((each) => each.ask(page, 'clock'))
  else if (act < 0.5) await twins.each((each) => each.ask(page, 'command', { id: 'x', type: 'drawOrder', round: 'x' }))
  else {
    const path = oneOf(chance, publicAddresses(definition.id))
    await twins.each((each) => each.get(path))
  }
}

function publicAddresses(contest: string): [string, ...string[]] {
  const own = `/api/contests/${contest}`
  return [
    `${own}/standings`,
    `${own}/standings`,
    `${own}/standings?stage=chung-ket`,
    `${own}/standings?stage=khong-co`,
    own,
    `${own}/ledger`,
    '/',
    '/api/contests',
    '/readyz',
    '/healthz',
    '/metrics',
  ]
}
