/**
 * What would stop a person who reads a page with other means than most: missing names and roles, weak contrast. Axe looks; what counts is the
 * test's to say.
 */
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** One line for each rule that is broken, with every part that breaks it; empty when nothing is in the way. */
export async function obstaclesOn(page: Page): Promise<string[]> {
  // No page of ours has frames. For those axe would open an empty page at every look, at twice the processor's time.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
}
