/** Data folders that change under the phones: a rehearsal on the real id, and a backup that is put back in the middle of the show. */
import { contestOf } from './contests.ts'
import { test } from './fixtures.ts'
import { expect } from './patience.ts'
import { Mc } from './people/mc.ts'
import { Phone } from './people/phone.ts'
import { Stage } from './people/stage.ts'

const contest = contestOf({ teams: 2, judges: 3 })
const sheet = { 'noi-dung': '8.25', 'hinh-thuc': '7.5' }

test('a rehearsal on the real id leaves nothing on the sheets of the real day, and sends nothing', async ({
  venue,
}) => {
  const rehearsal = (await venue.create(contest)).links
  const device = await venue.device('small-phone')
  const phone = await new Phone(device).open(rehearsal.judges.gk2 ?? '')
  const mc = await new Mc(await venue.device('laptop')).open(rehearsal.mc)
  await mc.takeUpTo('phan-1/doi-1/perform')
  await phone.fillAndSubmit('Đội 1', 'Phần 1', sheet)
  await callSecondTeam(mc)
  await phone.seesSheet('Đội 2', 'Phần 1')
  await phone.mark({ 'noi-dung': '9' })
  await venue.killHub()
  await venue.emptyFolder()
  await venue.startHubAgain()
  venue.watch.expect('refusal')
  const { links } = await venue.create(contest)
  await expect(phone.notice('barred')).toContainText('cấp mã mới')
  await expect(device.locator('[data-sheet-total]')).toHaveText('9')

  const stage = await new Stage(await venue.device('projector')).open(links.display)
  const realDay = await new Mc(await venue.device('laptop')).open(links.mc)
  await new Phone(device).open(links.judges.gk2 ?? '')
  await realDay.takeUpTo('phan-1/doi-1/perform')
  await expectUntouched(phone, 'Đội 1')
  await callSecondTeam(realDay)
  await expectUntouched(phone, 'Đội 2')
  await realDay.takeUpTo('phan-1/doi-2/marking')
  await expect(stage.scene('progress').locator('[data-submitted]')).toHaveAttribute('data-submitted', '0')
})

/** The first team's score is left for later. */
async function callSecondTeam(mc: Mc): Promise<void> {
  await mc.takeUpTo('phan-1/doi-1/marking')
  await mc.later()
  await mc.takeUpTo('phan-1/doi-2/perform')
}

async function expectUntouched(phone: Phone, team: string): Promise<void> {
  await phone.seesSheet(team, 'Phần 1')
  for (const criterion of Object.keys(sheet)) await expect(phone.field(criterion)).toHaveValue('')
  await expect(phone.page.locator('[data-sheet-lamp]')).toHaveCount(0)
}

test('a backup from before the judge and the MC came in is put back: phone and desk come back by themselves, and so do the marks', async ({
  venue,
}) => {
  const { links } = await venue.create(contest)
  const stage = await new Stage(await venue.device('projector')).open(links.display)
  await (await new Mc(await venue.device('laptop')).open(links.mc)).takeUpTo('phan-1/doi-1/marking')
  await venue.killHub()
  await venue.backUp()
  await venue.startHubAgain()
  const mc = await new Mc(await venue.device('laptop')).open(links.mc)
  const phone = await new Phone(await venue.device('small-phone')).open(links.judges.gk2 ?? '')
  const before = await phone.fillAndSubmit('Đội 1', 'Phần 1', sheet)
  const submitted = stage.scene('progress').locator('[data-submitted]')
  await expect(submitted).toHaveAttribute('data-submitted', '1')

  await venue.killHub()
  await venue.putBack()
  await venue.startHubAgain()
  await expect.poll(() => phone.receipt()).not.toBe(before)
  await expect(submitted).toHaveAttribute('data-submitted', '1')
  await expect(phone.page.locator('[data-notice]')).toHaveCount(0)
  expect(await mc.later()).toBe('phan-1/doi-2/intro')
})
