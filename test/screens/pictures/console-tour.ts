/** Every desk of the console: while a jury marks, when everything is in, and the organiser's pages. The robot has played up to that moment. */
import type { Page } from '@playwright/test'
import { expect } from '../../e2e/patience.ts'
import { deskLinkOf, HeadJudge } from '../../e2e/people/head-judge.ts'
import { Mc } from '../../e2e/people/mc.ts'
import { Organiser } from '../../e2e/people/organiser.ts'
import { Secretary } from '../../e2e/people/secretary.ts'
import { Stage } from '../../e2e/people/stage.ts'
import type { RobotShow } from '../../e2e/robot-show.ts'
import type { Venue } from '../../e2e/venue.ts'
import { type Album, sizes } from './album.ts'
import { pictured, showOf } from './contest.ts'

type Shoot = (page: Page, screen: string) => Promise<void>

const here = { round: 'tieu-pham', team: 'tay-dang' }

export async function consoleTour(venue: Venue, album: Album): Promise<void> {
  const shoot: Shoot = (page, screen) => album.take(page, `console-${screen}`, sizes.laptop)
  await wayIn(venue, shoot)
  const show = await showOf(venue, 'ban-dieu-khien')
  await show.playTo('tieu-pham/tay-dang/marking')
  await new Stage(await venue.device('projector')).open(
    `${show.created.links.display}&name=${encodeURIComponent('màn chính')}`,
  )
  await someSheets(show)
  await secretaryDesk(venue, show, shoot)
  await mcDesk(venue, show, shoot)
  await headDesk(venue, show, shoot, 'head-waiting')
  await organiserDesk(venue, show, shoot)
  show.cast.close()
  await lastDesks(venue, shoot)
}

async function wayIn(venue: Venue, shoot: Shoot): Promise<void> {
  const page = await venue.device('laptop')
  await page.goto(`${venue.address}/console/`)
  await expect(page.locator('[data-page=welcome]')).toBeVisible()
  await shoot(page, 'welcome')
  const home = await new Organiser(await venue.device('laptop')).openHome(venue.address, venue.organiserKey)
  await expect(home.page.locator('[data-part=create] form')).toBeVisible()
  await shoot(home.page, 'home')
  await home.createFromFile(pictured('tao-tu-tep'))
  await shoot(home.page, 'organiser-links')
  await home.page.locator('[data-act=show-code]').first().click()
  await shoot(home.page, 'organiser-code')
}

/** Two sheets are in, one judge is excused, one asks to reopen, and a line was taken off. */
async function someSheets({ cast }: RobotShow): Promise<void> {
  const marks = { 'chu-de': '18.5', 'kich-ban': '13.25', 'dien-xuat': '9', 'dao-cu': '4.5' }
  for (const judge of ['gk1', 'gk3'])
    await cast.judges.get(judge)?.must({ type: 'submitSheet', ...here, run: 0, revision: 0, marks })
  await cast.judges.get('gk3')?.must({ type: 'requestReopen', ...here, reason: 'Nhầm tiêu chí thứ hai' })
  await cast.secretary.must({ type: 'excuse', ...here, judge: 'gk4', reason: 'Liên quan đến đội thi' })
  await cast.secretary.must({ type: 'deduct', ...here, points: '0.5', reason: 'Vi phạm trang phục' })
  await cast.secretary.must({ type: 'note', text: 'Micro bàn 2 mất tiếng 3 phút, đã thay.' })
  cast.judges.get('gk2')?.socket.emit('draft', { ...here, filled: 2 })
}

async function secretaryDesk(venue: Venue, { created }: RobotShow, shoot: Shoot): Promise<void> {
  const secretary = await new Secretary(await venue.device('laptop')).open(created.links.secretary)
  const { page } = secretary
  for (const tab of ['order', 'standings', 'requests', 'notes']) {
    await page.click(`[data-tab="${tab}"]`)
    await shoot(page, `secretary-${tab}`)
  }
  await secretary.turnTo('kien-thuc', 'ea-ngai')
  await shoot(page, 'secretary-tally')
  await secretary.turnTo(here.round, here.team)
  await shoot(page, 'secretary-round')
  const row = page.locator('[data-part=sheets] [data-judge=gk5]')
  await row.locator('summary').click()
  await row.locator('[data-act=paper]').click()
  await shoot(page, 'secretary-paper')
  await page.keyboard.press('Escape')
  await row.locator('[data-act=excuse]').click()
  await shoot(page, 'secretary-excuse')
}

async function mcDesk(venue: Venue, { created }: RobotShow, shoot: Shoot): Promise<void> {
  const mc = await new Mc(await venue.device('laptop')).open(created.links.mc)
  await expect(mc.page.locator('[data-part=panel] [data-present=true]')).toHaveCount(5)
  await shoot(mc.page, 'mc-marking')
  await mc.page.click('[data-act=back]')
  await shoot(mc.page, 'mc-back')
  await mc.page.keyboard.press('Escape')
  await mc.later()
  await shoot(mc.page, 'mc-score-left')
  await mc.next()
  await shoot(mc.page, 'mc-performing')
}

async function headDesk(venue: Venue, { created }: RobotShow, shoot: Shoot, screen: string): Promise<HeadJudge> {
  const head = await new HeadJudge(await venue.device('laptop')).open(deskLinkOf(created.links.judges.gk1))
  await shoot(head.page, screen)
  return head
}

async function organiserDesk(venue: Venue, { created }: RobotShow, shoot: Shoot): Promise<void> {
  const { page } = await new Organiser(await venue.device('laptop')).open(created.links.console)
  for (const tab of ['judges', 'results', 'papers', 'approve', 'rules', 'ledger']) {
    await page.click(`[data-tab="${tab}"]`)
    await shoot(page, `organiser-${tab}`)
  }
}

/** When every sheet is in: the head judge certifies, and the MC has come to the end. */
async function lastDesks(venue: Venue, shoot: Shoot): Promise<void> {
  const show = await showOf(venue, 'cuoi-buoi')
  const { links } = show.created
  const early = await new Mc(await venue.device('laptop')).open(links.mc)
  await shoot(early.page, 'mc-beginning')
  const again = await showOf(venue, 'cuoi-buoi-2')
  await again.playTo('tieu-pham/standings')
  const head = await headDesk(venue, again, shoot, 'head-ready')
  await head.page.click('[data-act=certify]')
  await shoot(head.page, 'head-certify')
  await head.page.keyboard.press('Escape')
  await head.certify('chung-ket')
  await shoot(head.page, 'head-certified')
  const mc = await new Mc(await venue.device('laptop')).open(again.created.links.mc)
  await mc.takeUpTo('chung-ket/final')
  await shoot(mc.page, 'mc-end')
  for (const each of [show, again]) each.cast.close()
}
