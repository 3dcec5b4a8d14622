/** The desk of a hub whose ledger only receives: an act is done at once, and called recorded when it is durable. */
import type { Ledger } from '@bang-diem/server/ledgers/ledger.ts'
import type { Browser, Page } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hubInside } from '../../hub/inside.ts'
import { ReceivingLedger } from '../../hub/receiving-ledger.ts'
import { launchChromium, openPage } from './browser.ts'
import { patience } from './page-test.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launchChromium()
}, patience)

afterAll(() => browser.close())

const noticeOf = (tone: string) => `[data-part=notices] [data-tone=${tone}]`

async function secretaryDesk(): Promise<{ page: Page; ledger: ReceivingLedger; stopHub: () => Promise<void> }> {
  let ledger: ReceivingLedger | undefined
  const around = (real: Ledger) => {
    ledger = new ReceivingLedger(real)
    return ledger
  }
  const { port, codes, sockets } = await hubInside({}, around)
  if (!ledger) throw new Error('the hub opened without its ledger')
  const { page } = await openPage(browser, `http://127.0.0.1:${port}/console/#code=${codes.get('secretary')}`)
  await page.waitForSelector('[data-desk=secretary]')
  return { page, ledger, stopHub: () => sockets.close('hub-stopping') }
}

/** Writes a note, the shortest act of this desk; answers once the page has taken it for done. */
async function note(page: Page): Promise<void> {
  await page.click('[data-tab=notes]')
  await page.fill('[data-field=note]', 'Mất điện hai phút')
  await page.click('[data-act=add-note]')
  await expect.poll(() => page.inputValue('[data-field=note]')).toBe('')
}

test(
  'O-38: O-37: an act is done when it is received; it is told as recorded, with its receipt, when it is durable',
  async () => {
    const { page, ledger } = await secretaryDesk()
    await note(page)
    const received = await page.textContent(noticeOf('received'))
    expect(received?.trim()).toBe('Máy chủ đã nhận, đang chờ ghi…')
    expect(await page.locator(noticeOf('recorded')).count()).toBe(0)
    await ledger.flushUntil(() => page.isVisible(noticeOf('recorded')))
    expect(await page.textContent(noticeOf('recorded'))).toMatch(/Đã ghi · biên nhận \d+-[0-9A-F]{4}/)
    expect(await page.locator(noticeOf('received')).count()).toBe(0)
    await page.context().close()
  },
  patience,
)

test(
  'O-38: a hub that goes before it has said so leaves the act in doubt, in words',
  async () => {
    const { page, stopHub } = await secretaryDesk()
    await note(page)
    await page.waitForSelector(noticeOf('received'))
    await stopHub()
    await page.waitForSelector(noticeOf('unsure'))
    expect(await page.textContent(noticeOf('unsure'))).toContain('mất kết nối trước khi báo đã ghi')
    expect(await page.locator(noticeOf('received')).count()).toBe(0)
    await page.context().close()
  },
  patience,
)
