/** Whose seat it is: links that are taken back, seats that move to another device, and two people who press at once. */

import { contestOf } from './contests.ts'
import { test } from './fixtures.ts'
import { expect } from './patience.ts'
import { Mc } from './people/mc.ts'
import { Organiser } from './people/organiser.ts'
import { Phone } from './people/phone.ts'
import { Stage } from './people/stage.ts'

const contest = contestOf({ teams: 2, judges: 2 })
const sheet = { 'noi-dung': '8.25', 'hinh-thuc': '7.5' }

test('a link that was given anew puts the old phone out: it is told, and its marks stay on its screen', async ({
  venue,
}) => {
  const { links } = await venue.create(contest)
  const organiser = await new Organiser(await venue.device('laptop')).open(links.console)
  const mc = await new Mc(await venue.device('laptop')).open(links.mc)
  const old = await new Phone(await venue.device('small-phone')).open(links.judges.gk2 ?? '')
  await mc.takeUpTo('phan-1/doi-1/perform')
  await old.seesSheet('Đội 1', 'Phần 1')
  await old.mark(sheet)

  const link = await organiser.reissue('judge:gk2')
  await expect(old.notice('barred')).toContainText('thu hồi')
  await old.seesSheet('Đội 1', 'Phần 1')
  await expect(old.page.getByText('8,25')).toBeVisible()
  await expect(old.page.getByText('7,50', { exact: true })).toBeVisible()

  const fresh = await new Phone(await venue.device('large-phone')).open(link)
  await fresh.fillAndSubmit('Đội 1', 'Phần 1', sheet)
  venue.watch.expect('refusal')
  const gone = await new Phone(await venue.device('small-phone')).openRefused(links.judges.gk2 ?? '')
  await expect(gone.page.getByRole('alert')).toBeVisible()
})

test('the newest device drives the seat: the older one is told, and takes it back with one tap', async ({ venue }) => {
  const { links } = await venue.create(contest)
  const mc = await new Mc(await venue.device('laptop')).open(links.mc)
  const older = await new Phone(await venue.device('small-phone')).open(links.judges.gk2 ?? '')
  await mc.takeUpTo('phan-1/doi-1/perform')
  await older.seesSheet('Đội 1', 'Phần 1')
  await expect(older.notice('taken-over')).toHaveCount(0)

  const newer = await new Phone(await venue.device('large-phone')).open(links.judges.gk2 ?? '')
  await expect(older.notice('taken-over')).toBeVisible()
  await expect(newer.notice('taken-over')).toHaveCount(0)

  await older.page.getByRole('button', { name: 'Dùng máy này' }).tap()
  await expect(older.notice('taken-over')).toHaveCount(0)
  await expect(newer.notice('taken-over')).toBeVisible()
  await older.fillAndSubmit('Đội 1', 'Phần 1', sheet)
})

test('a judge who submitted on the older device has lost nothing on the newer one', async ({ venue }) => {
  const { links } = await venue.create(contest)
  const mc = await new Mc(await venue.device('laptop')).open(links.mc)
  const older = await new Phone(await venue.device('small-phone')).open(links.judges.gk2 ?? '')
  await mc.takeUpTo('phan-1/doi-1/perform')
  const receipt = await older.fillAndSubmit('Đội 1', 'Phần 1', sheet)
  const newer = await new Phone(await venue.device('large-phone')).open(links.judges.gk2 ?? '')
  await newer.seesSheet('Đội 1', 'Phần 1')
  expect(await newer.receipt()).toBe(receipt)
})

test('Next pressed twice at the same moment, from two pages that both saw the same cue, takes one cue', async ({
  venue,
}) => {
  const { links } = await venue.create(contest)
  const stage = await new Stage(await venue.device('projector')).open(links.display)
  const mc = await new Mc(await venue.device('laptop')).open(links.mc)
  const beside = await new Mc(await venue.tabBeside(mc.page)).open(`${venue.address}/console/`)
  for (const cue of ['chung-ket/title', 'phan-1/line-up']) {
    for (const page of [mc, beside]) {
      await expect(page.nextButton).toHaveAttribute('data-cue', cue)
      await expect(page.nextButton).toBeEnabled()
    }
    await Promise.all([mc.nextButton.dispatchEvent('click'), beside.nextButton.dispatchEvent('click')])
    await Promise.all([mc.seesPast(cue), beside.seesPast(cue)])
  }
  await expect(stage.scene('line-up')).toBeVisible()
  for (const page of [mc, beside]) expect(await page.offered()).toBe('phan-1/doi-1/intro')
})

test('a double click on Next, a clicker that chatters and a key held down jump once', async ({ venue }) => {
  const { links } = await venue.create(contest)
  const mc = await new Mc(await venue.device('laptop')).open(links.mc)
  const stage = await new Stage(await venue.device('projector')).open(links.display)
  await expect(mc.nextButton).toBeEnabled()
  await mc.nextButton.dblclick()
  await expect(stage.scene('title')).toBeVisible()
  await expect(mc.nextButton).toBeEnabled()
  expect(await mc.offered()).toBe('phan-1/line-up')

  await mc.page.keyboard.press('PageDown')
  await mc.page.keyboard.press('PageDown')
  await expect(stage.scene('line-up')).toBeVisible()
  await expect(mc.nextButton).toBeEnabled()
  expect(await mc.offered()).toBe('phan-1/doi-1/intro')

  await mc.page.locator('body').click({ position: { x: 2, y: 2 } })
  await mc.page.keyboard.down('Space')
  for (let repeat = 0; repeat < 5; repeat += 1) await mc.page.keyboard.down('Space')
  await mc.page.keyboard.up('Space')
  await expect(stage.scene('team')).toBeVisible()
  await expect(mc.nextButton).toBeEnabled()
  expect(await mc.offered()).toBe('phan-1/doi-1/perform')
})
