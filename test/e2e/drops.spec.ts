/** What people see when the connection drops: nothing that was marked is lost, nothing lies, and everything comes back by itself. */
import type { Locator } from '@playwright/test'
import { contestOf } from './contests.ts'
import { test } from './fixtures.ts'
import { expect } from './patience.ts'
import { Mc } from './people/mc.ts'
import { Phone } from './people/phone.ts'
import { Stage } from './people/stage.ts'
import type { Venue } from './venue.ts'

const contest = contestOf({ teams: 2, judges: 3 })
const sheet = { 'noi-dung': '8.25', 'hinh-thuc': '7.5' }
/** Ms within which a screen says that the connection is gone. */
const noticed = 3000

interface Scene {
  readonly venue: Venue
  readonly stage: Stage
  readonly mc: Mc
  readonly phones: readonly [Phone, Phone, Phone]
}

/** The jury is marking the first team; nobody has submitted. */
async function whileMarking(venue: Venue): Promise<Scene> {
  const { links } = await venue.create(contest)
  const phone = async (judge: string) => new Phone(await venue.device('small-phone')).open(links.judges[judge] ?? '')
  const [stage, mc, ...phones] = await Promise.all([
    venue.device('projector').then((page) => new Stage(page).open(links.display)),
    venue.device('laptop').then((page) => new Mc(page).open(links.mc)),
    phone('gk1'),
    phone('gk2'),
    phone('gk3'),
  ] as const)
  await mc.takeUpTo('phan-1/doi-1/marking')
  for (const each of phones) await each.seesSheet('Đội 1', 'Phần 1')
  return { venue, stage, mc, phones }
}

/**
 * The mark of a lost connection stands there in time. The clock starts at the fault, not at the look; and it is looked for at every frame,
 * since an assertion looks only once a second by then.
 */
async function expectInTime(since: number, mark: Locator): Promise<void> {
  await mark.waitFor({ state: 'visible' })
  expect(Date.now() - since).toBeLessThan(noticed)
}

function sheetsIn(stage: Stage, submitted: number): Promise<void> {
  const sheets = stage.scene('progress').locator('[data-submitted]')
  return expect(sheets).toHaveAttribute('data-submitted', String(submitted))
}

test('the hub dies while the jury marks: screens say so within 3 s and keep the last picture, and no mark is lost', async ({
  venue,
}) => {
  const { stage, mc, phones } = await whileMarking(venue)
  const [first, second, third] = phones
  const receipt = await first.fillAndSubmit('Đội 1', 'Phần 1', sheet)
  await sheetsIn(stage, 1)
  await second.mark(sheet)
  await third.field('noi-dung').tap()

  const since = Date.now()
  await venue.killHub()
  await Promise.all([expectInTime(since, stage.lostMark), expectInTime(since, second.notice('lost'))])
  await sheetsIn(stage, 1)
  await expect(mc.nextButton).toBeDisabled()

  await second.submit()
  await expect(second.sheetLamp('recorded')).toHaveCount(0)
  await expect(second.page.locator('[data-sheet-lamp]')).toContainText('đã lưu trên máy')
  await third.mark(sheet)

  await venue.startHubAgain()
  await expect(stage.lostMark).toHaveCount(0)
  await second.receipt()
  await sheetsIn(stage, 2)
  expect(await first.receipt()).toBe(receipt)
  await third.page.reload()
  await third.seesSheet('Đội 1', 'Phần 1')
  await expect(third.field('noi-dung')).toHaveValue('8,25')
  await third.submit()
  await third.receipt()
  await sheetsIn(stage, 3)
  await mc.next()
  await expect(stage.scene('score')).toBeVisible()
})

test('a sheet submitted while the hub was away is recorded although its page was closed in between', async ({
  venue,
}) => {
  const { stage, phones } = await whileMarking(venue)
  const [first] = phones
  await first.mark(sheet)
  await venue.killHub()
  await first.submit()
  await expect(first.page.locator('[data-sheet-lamp]')).toContainText('đã lưu trên máy')
  const again = await venue.tabBeside(first.page)
  await first.page.close()

  await venue.startHubAgain()
  const reopened = await new Phone(again).open(`${venue.address}/judge/`)
  await reopened.seesSheet('Đội 1', 'Phần 1')
  await reopened.receipt()
  await sheetsIn(stage, 1)
})

test('the hub hangs with its connections open: every page notices within 3 s, and goes on by itself when the hub does', async ({
  venue,
}) => {
  const { stage, mc, phones } = await whileMarking(venue)
  const [first] = phones
  await first.mark(sheet)
  const since = Date.now()
  venue.freezeHub()
  try {
    await Promise.all([
      expectInTime(since, stage.lostMark),
      expectInTime(since, first.notice('lost')),
      expectInTime(since, mc.page.locator('[data-part=health][data-status=lost]')),
    ])
    await first.submit()
    await expect(first.page.locator('[data-sheet-lamp]')).toContainText('đã lưu trên máy')
  } finally {
    venue.thawHub()
  }
  await first.receipt()
  await expect(stage.lostMark).toHaveCount(0)
  await sheetsIn(stage, 1)
})

test('a phone in flight mode keeps what was submitted and sends it when it is back', async ({ venue }) => {
  const { stage, phones } = await whileMarking(venue)
  const [, second] = phones
  await second.mark(sheet)
  venue.watch.expect('outage')
  await second.page.context().setOffline(true)
  await expect(second.notice('lost')).toBeVisible()
  await second.submit()
  await expect(second.page.locator('[data-sheet-lamp]')).toContainText('đã lưu trên máy')
  await sheetsIn(stage, 0)
  await second.page.context().setOffline(false)
  await second.receipt()
  await sheetsIn(stage, 1)
})
