/**
 * The way of the teams one level up: the organiser of the district downloads who goes on, the organiser of the province takes that file in with
 * another one, and makes a contest of them. Everything is done at the pages.
 */
import { readFile } from 'node:fs/promises'
import { parseQualifiers, type QualifiersFile } from '@bang-diem/shared/contest/qualifiers-file.ts'
import type { Locator } from '@playwright/test'
import { expect } from '../e2e/patience.ts'
import { Organiser } from '../e2e/people/organiser.ts'
import type { Venue } from '../e2e/venue.ts'

/** The file that the organiser's Results page gives for the best so many of a stage. `link` is that of the organiser's desk. */
export async function sendOn(venue: Venue, link: string, stage: string, best: number): Promise<QualifiersFile> {
  const form = await ask(venue, link, stage, best)
  return taken(form)
}

/** With a tie across the cut nothing is given until the organiser says that all of them go. */
export async function sendTied(venue: Venue, link: string, stage: string, best: number): Promise<QualifiersFile> {
  const form = await ask(venue, link, stage, best)
  venue.watch.expect('refusal')
  await form.locator('[data-act=send-on]').click()
  await expect(form.locator('[data-part=fault]')).toBeVisible()
  await form.locator('[name=all]').check()
  return taken(form)
}

async function ask(venue: Venue, link: string, stage: string, best: number): Promise<Locator> {
  const { page } = await new Organiser(await venue.device('laptop')).open(link)
  await page.click('[data-tab=results]')
  const form = page.locator(`[data-part=send-on][data-stage="${stage}"]`)
  await form.locator('[name=best]').fill(String(best))
  return form
}

async function taken(form: Locator): Promise<QualifiersFile> {
  const page = form.page()
  const [download] = await Promise.all([page.waitForEvent('download'), form.locator('[data-act=send-on]').click()])
  const parsed = parseQualifiers(JSON.parse(await readFile(await download.path(), 'utf8')))
  await page.context().close()
  if (!parsed.ok) throw new Error(`the file is not in order: ${JSON.stringify(parsed.problems)}`)
  return parsed.file
}

export interface Province {
  /** Names as the new contest has them, in its order. */
  readonly names: readonly string[]
  readonly units: readonly string[]
}

/** Makes a contest of the files; the first is tried twice, and is taken once. */
export async function makeProvince(venue: Venue, id: string, files: readonly QualifiersFile[]): Promise<Province> {
  const { page } = await new Organiser(await venue.device('laptop')).openHome(venue.address, venue.organiserKey)
  const create = page.locator('[data-part=create]')
  if (!(await create.isVisible())) await page.locator('[data-act=new-contest]').click()
  await create.locator('[data-preset]').first().click()
  const [first] = files
  for (const file of first ? [...files, first] : []) {
    await page.setInputFiles('[data-field=qualifiers-file]', {
      name: `${file.contest.id}.json`,
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(file)),
    })
  }
  await expect(page.locator('[data-part=sent-teams] [data-part=fault]')).toBeVisible()
  await page.fill('[name=id]', id)
  await page.click('[data-act=create-contest]')
  await expect(page.locator('[data-desk=organiser]')).toBeVisible()
  const answer = await fetch(`${venue.url}/api/contests/${id}`)
  const entries: unknown = await answer.json()
  await page.context().close()
  return teamsIn(entries)
}

function teamsIn(entries: unknown): Province {
  const teams = Object.entries(entries ?? {}).flatMap(([key, value]) => (key.startsWith('team/') ? [value] : []))
  const textOf = (team: unknown, key: string) => {
    const text: unknown = team instanceof Object ? Reflect.get(team, key) : undefined
    return typeof text === 'string' ? text : ''
  }
  return { names: teams.map((team) => textOf(team, 'name')), units: teams.map((team) => textOf(team, 'unit')) }
}
