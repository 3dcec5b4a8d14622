/** The main screens as assistive software meets them: axe finds nothing on any of them. */
import type { Page } from '@playwright/test'
import { obstaclesOn } from '../harness/axe.ts'
import { contestOf, evenScript } from './contests.ts'
import { atRest } from './eyes.ts'
import { test } from './fixtures.ts'
import { expect } from './patience.ts'
import { deskLinkOf, HeadJudge } from './people/head-judge.ts'
import { Mc } from './people/mc.ts'
import { Organiser } from './people/organiser.ts'
import { Phone } from './people/phone.ts'
import { Secretary } from './people/secretary.ts'
import { Stage } from './people/stage.ts'
import { RobotShow } from './robot-show.ts'
import type { Venue } from './venue.ts'

const contest = contestOf({ teams: 3, rounds: 2, judges: 3 })
const script = evenScript((_, team) => String(10 - team / 4))

async function expectAccessible(page: Page, screen: string): Promise<void> {
  await atRest(page)
  expect(await obstaclesOn(page), screen).toEqual([])
}

function prepare(venue: Venue): Promise<RobotShow> {
  return RobotShow.prepare(venue, contest, script)
}

test('the phone of a judge has no obstacle', async ({ venue }) => {
  const show = await prepare(venue)
  const phone = await new Phone(await venue.device('small-phone')).open(show.created.links.judges.gk2 ?? '')
  await expect(phone.page.locator('[data-waiting]')).toBeVisible()
  await expectAccessible(phone.page, 'waiting')
  await show.playTo('phan-1/doi-1/perform')
  await phone.seesSheet('Đội 1', 'Phần 1')
  await expectAccessible(phone.page, 'sheet')
  await phone.mark({ 'noi-dung': '8.25', 'hinh-thuc': '7' })
  await phone.page.tap('[data-act=submit]')
  await expectAccessible(phone.page, 'confirm')
  await phone.page.tap('[data-act=confirm]')
  await phone.receipt()
  await expectAccessible(phone.page, 'locked')
  await phone.page.tap('[data-act=list]')
  await expectAccessible(phone.page, 'list')
  const entry = await venue.device('small-phone')
  await entry.goto(`${venue.address}/judge/`)
  await expect(entry.locator('[data-field=code]')).toBeVisible()
  await expectAccessible(entry, 'entry')
})

test('the console has no obstacle', async ({ venue }) => {
  const show = await prepare(venue)
  await show.playTo('phan-1/doi-2/marking')
  const { links } = show.created
  const home = await new Organiser(await venue.device('laptop')).openHome(venue.address, venue.organiserKey)
  await home.page.click('[data-act=new-contest]')
  await expectAccessible(home.page, 'home')
  const organiser = await new Organiser(await venue.device('laptop')).open(links.console)
  await expectAccessible(organiser.page, 'organiser')
  const mc = await new Mc(await venue.device('laptop')).open(links.mc)
  await expectAccessible(mc.page, 'mc')
  const secretary = await new Secretary(await venue.device('laptop')).open(links.secretary)
  await secretary.turnTo('phan-1', 'doi-2')
  await expectAccessible(secretary.page, 'secretary')
  const head = await new HeadJudge(await venue.device('laptop')).open(deskLinkOf(links.judges.gk1))
  await expectAccessible(head.page, 'head')
  const welcome = await venue.device('laptop')
  await welcome.goto(`${venue.address}/console/`)
  await expect(welcome.locator('[data-page=welcome]')).toBeVisible()
  await expectAccessible(welcome, 'welcome')
})

test('the projector’s page has no obstacle', async ({ venue }) => {
  const show = await prepare(venue)
  const stage = await new Stage(await venue.device('projector')).open(show.created.links.display)
  await expectAccessible(stage.page, 'stand-by')
  const looks = ['perform', 'marking', 'score', 'standings', 'place/1', 'final']
  await show.play(async (cue) => {
    if (!looks.some((look) => cue.endsWith(`/${look}`)) || cue.startsWith('phan-2')) return
    if (cue.includes('doi-') && !cue.includes('doi-1')) return
    await stage.settled()
    await expectAccessible(stage.page, cue)
  })
})
