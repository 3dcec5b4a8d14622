/** Every state of a judge's phone: the way in, sheets from empty to recorded, and what may go wrong. The robot is the MC and the rest of the jury. */
import { expect } from '../../e2e/patience.ts'
import { Organiser } from '../../e2e/people/organiser.ts'
import { Phone } from '../../e2e/people/phone.ts'
import type { RobotShow } from '../../e2e/robot-show.ts'
import type { Venue } from '../../e2e/venue.ts'
import { type Album, sizes } from './album.ts'
import { showOf } from './contest.ts'

const marks = { 'noi-dung': '8.75', 'hinh-thuc': '5.25', 'trang-phuc': '3.5' }
const team = 'Đảng bộ xã Ea Ngai'
const round = 'Màn chào hỏi'

type Shoot = (screen: string, phone?: Phone) => Promise<void>

export async function phoneTour(venue: Venue, album: Album): Promise<void> {
  const show = await showOf(venue, 'dien-thoai')
  const phone = new Phone(await venue.device('small-phone'))
  const shoot: Shoot = (screen, who = phone) => album.take(who.page, `phone-${screen}`, sizes.phones)
  await phone.page.goto(`${venue.address}/judge/`)
  await expect(phone.page.locator('[data-field=code]')).toBeVisible()
  await shoot('entry')
  await phone.open(show.created.links.judges.gk2 ?? '')
  await expect(phone.page.locator('[data-waiting=mc]')).toBeVisible()
  await shoot('waiting')
  await show.playTo('chao-hoi/ea-ngai/intro')
  await expect(phone.page.locator('[data-waiting=coming]')).toBeVisible()
  await shoot('coming')
  await marking(show, phone, shoot)
  await submitting(venue, phone, shoot)
  await afterwards(show, phone, shoot)
  await otherSheets(show, phone, shoot)
  await seat(venue, show, phone, shoot)
  show.cast.close()
}

async function marking(show: RobotShow, phone: Phone, shoot: Shoot): Promise<void> {
  await show.playTo('chao-hoi/ea-ngai/perform')
  await phone.seesSheet(team, round)
  await shoot('sheet-empty')
  await phone.field('noi-dung').tap()
  for (const key of ['8', 'point', '3', 'next']) await phone.page.tap(`[data-key="${key}"]`)
  await shoot('sheet-off-step')
  await phone.mark(marks)
  await shoot('sheet-full')
  await phone.page.tap('[data-act=submit]')
  await shoot('confirm')
}

async function submitting(venue: Venue, phone: Phone, shoot: Shoot): Promise<void> {
  venue.freezeHub()
  try {
    await expect(phone.notice('lost')).toBeVisible()
    await phone.page.tap('[data-act=confirm]')
    await expect(phone.page.locator('[data-sheet-lamp]')).toBeVisible()
    await shoot('stored')
  } finally {
    venue.thawHub()
  }
  await phone.receipt()
  await shoot('recorded')
}

async function afterwards(show: RobotShow, phone: Phone, shoot: Shoot): Promise<void> {
  await phone.page.tap('[data-act=reopen]')
  await phone.page.getByRole('button', { name: 'Ghi nhầm điểm' }).tap()
  await shoot('reopen')
  await phone.page.tap('[data-act=send]')
  await expect(phone.page.locator('[data-request=waiting]')).toBeVisible()
  await shoot('reopen-waiting')
  await show.cast.head.must({ type: 'approve', request: '1' })
  await expect(phone.field('noi-dung')).toBeVisible()
  await shoot('reopened')
  await phone.submit()
  await phone.receipt()
  await phone.page.tap('[data-act=list]')
  await shoot('list')
}

async function otherSheets(show: RobotShow, phone: Phone, shoot: Shoot): Promise<void> {
  await show.cast.mc.must({ type: 'take', cue: 'chao-hoi/ea-ngai/marking', onAir: 'chao-hoi/ea-ngai/perform' })
  await show.cast.mc.must({ type: 'take', cue: 'chao-hoi/quan-su/intro', onAir: 'chao-hoi/ea-ngai/marking' })
  await show.cast.mc.must({ type: 'take', cue: 'chao-hoi/quan-su/perform', onAir: 'chao-hoi/quan-su/intro' })
  await phone.seesSheet('Đảng ủy Quân sự tỉnh', round)
  await phone.page.tap('[data-act=recuse]')
  await shoot('recuse')
  await phone.page.tap('[data-act=cancel]')
  const reason = 'Liên quan đến đội thi'
  await show.cast.secretary.must({ type: 'excuse', round: 'chao-hoi', team: 'quan-su', judge: 'gk2', reason })
  await expect(phone.page.locator('[data-phase=excused]')).toBeVisible()
  await shoot('excused')
}

async function seat(venue: Venue, show: RobotShow, phone: Phone, shoot: Shoot): Promise<void> {
  const { links } = show.created
  const head = await new Phone(await venue.device('small-phone')).open(links.judges.gk1 ?? '')
  await head.page.tap('[data-act=list]')
  await shoot('head-list', head)
  await head.page.tap('[data-act=options]')
  await shoot('options', head)
  await head.page.tap('[data-wish=dark]')
  await head.page.keyboard.press('Escape')
  await head.page.tap('[data-open-sheet="chao-hoi/quan-su"]')
  await shoot('dark', head)
  await new Phone(await venue.device('large-phone')).open(links.judges.gk2 ?? '')
  await expect(phone.notice('taken-over')).toBeVisible()
  await shoot('taken-over')
  const organiser = await new Organiser(await venue.device('laptop')).open(links.console)
  await organiser.reissue('judge:gk2')
  await expect(phone.notice('barred')).toBeVisible()
  await shoot('revoked')
}
