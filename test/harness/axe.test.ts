/** The look at what is in a person's way finds it: a test that sees no obstacle anywhere would say nothing. */
import { chromium } from '@playwright/test'
import { expect, onTestFinished, test } from 'vitest'
import { obstaclesOn } from './axe.ts'
import { chromiumOptions } from './chromium.ts'

test('a button without a name and text that is hardly seen are obstacles, also in the second look at one page', async () => {
  const browser = await chromium.launch(chromiumOptions())
  onTestFinished(() => browser.close())
  const page = await (await browser.newContext()).newPage()
  const pageWith = (part: string) =>
    page.setContent(`<!doctype html><html lang="vi"><title>Hội thi</title><main><h1>Hội thi</h1>${part}</main></html>`)
  await pageWith('<button>Tiếp</button>')
  expect(await obstaclesOn(page)).toEqual([])
  await pageWith('<button></button><p style="color: #eee">86,75</p>')
  expect(await obstaclesOn(page)).toEqual([
    'button-name: <button></button>',
    'color-contrast: <p style="color: #eee">86,75</p>',
  ])
})
