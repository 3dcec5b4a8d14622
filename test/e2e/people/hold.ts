/** Holds a button down until its question is gone, as a hand does. */
import type { Locator } from '@playwright/test'

export async function hold(button: Locator, question: Locator): Promise<void> {
  await button.hover()
  const { mouse } = button.page()
  await mouse.down()
  await question.waitFor({ state: 'detached' })
  await mouse.up()
}
