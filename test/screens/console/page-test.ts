/** What every test of a desk in a browser stands on: one hub and one browser a file, each test with a contest of its own. */
import type { Browser } from '@playwright/test'
import { afterAll, beforeAll } from 'vitest'
import { launchChromium } from './browser.ts'
import { type FreshHub, freshHub } from './fresh-hub.ts'

/** A slow machine that starts a browser and a hub at once is not a fault of the page; in ms. */
export const patience = 120_000

export interface Stage {
  hub(): FreshHub
  browser(): Browser
}

export function stageForTests(): Stage {
  let hub: FreshHub | undefined
  let browser: Browser | undefined
  beforeAll(async () => {
    ;[hub, browser] = await Promise.all([freshHub(), launchChromium()])
  }, patience)
  afterAll(async () => {
    await browser?.close()
    await hub?.end()
  }, patience)
  return {
    hub: () => started(hub),
    browser: () => started(browser),
  }
}

function started<Thing>(thing: Thing | undefined): Thing {
  if (thing === undefined) throw new Error('it is started before the first test of the file')
  return thing
}
