/** The built page in a browser, as somebody with a keyboard, a screen reader or a small phone meets it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { given } from '../rules/rulebook.ts'
import { created, oneRound } from '../rules/small-contest.ts'
import { finished, forged, verified } from './forged.ts'
import { fileOf } from './tampering.ts'
import { VerifierPage } from './verifier-page.ts'

const { lines } = finished()
const ledger = fileOf(lines)
let opened: VerifierPage

beforeAll(async () => {
  opened = await VerifierPage.open(360)
})

afterAll(async () => {
  await opened.close()
})

function focused(): Promise<string> {
  return opened.page.evaluate(() => document.activeElement?.id || document.activeElement?.textContent || '')
}

describe('the page', () => {
  test('C-10: the verdict is told in a place that was there before, and the focus stays where it was', async () => {
    const place = await opened.page.$('#said[role=status]')
    await opened.page.focus('#file')
    expect((await opened.verdictOn(ledger, 'chosen')).outcome).toBe('agrees')
    expect(await focused()).toBe('file')
    expect(await place?.textContent()).toContain('Khớp: ')
  })

  test('C-10: another language leaves open what was open, what was typed, and the focus', async () => {
    const { page } = opened
    await page.locator('details.team summary').nth(1).click()
    await page.fill('#receipt', '999-abcd')
    await page.getByRole('button', { name: 'English' }).focus()
    await page.keyboard.press('Enter')
    expect(await focused()).toBe('English')
    expect(
      await page.locator('details.team').evaluateAll((all) => all.map((each) => each.hasAttribute('open'))),
    ).toEqual([false, true, false])
    expect(await page.textContent('output')).toBe(
      `There is no receipt 999-ABCD in this ledger: it has ${lines.length} commits.`,
    )
    await page.getByRole('button', { name: 'Tiếng Việt' }).click()
  })

  test('C-10: beside a certified table stands the whole hash of its commit', async () => {
    const hash = verified(lines).sealed.at(-1)?.hash
    expect(await opened.page.textContent('.stage .hash')).toBe(hash)
  })

  test('C-10: a verdict is gone as soon as another file is given, whatever that one is', async () => {
    const { page } = opened
    const told = await page.evaluateHandle(() => {
      const texts: string[] = []
      const place = document.querySelector('#said')
      if (place) new MutationObserver(() => texts.push(place.textContent ?? '')).observe(place, { childList: true })
      return texts
    })
    const wrong = forged(lines, (fact) => (fact.type === 'sheet-submitted' ? { ...fact, marks: {} } : fact))
    expect(await opened.verdictOn(fileOf(wrong), 'chosen')).toMatchObject({ outcome: 'broken' })
    expect(await told.evaluate((texts) => texts)).toEqual(['', expect.stringContaining('Sổ ghi có chỗ không thể tin')])
    expect(await page.locator('.stage').count()).toBe(0)
  })

  test('C-10: the same file may be given again', async () => {
    const file = { name: 'so-ghi.jsonl', mimeType: '', buffer: Buffer.from(ledger) }
    for (const _ of [1, 2]) {
      await opened.page.setInputFiles('#file', file)
      await opened.page.locator('#verdict.agrees[data-file="so-ghi.jsonl"]').waitFor()
    }
  })

  test('C-10: a name without a space does not make the page of a phone wider', async () => {
    const long = 'W'.repeat(160)
    const story = given(created(oneRound({ organiser: long, teams: [{ id: 'a', name: long.slice(0, 120) }] })))
    await opened.verdictOn(fileOf(story.lines), 'chosen')
    const widths = await opened.page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth])
    expect(widths[0]).toBe(widths[1])
    expect(opened.complaints).toEqual([])
  })
})
