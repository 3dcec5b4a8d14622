/**
 * The way of the teams one level up: the organiser of the district downloads who goes on, the organiser of the province takes that file in with
 * another one, and makes a contest of them. Everything is done at the pages.
 */
import { readFile } from 'node:fs/promises'
import { parseQualifiers, type QualifiersFile } from '@bang-diem/shared/contest/qualifiers-file.ts'
import { expect } from '../e2e/patience.ts'
import { Organiser } from '../e2e/people/organiser.ts'
import type { Venue } from '../e2e/venue.ts'

/** The file that the organiser's Results page gives for the best so many of a stage. */
export async function sendOn(venue: Venue, console_: string, stage: string, best: number): Promise<QualifiersFile> {
  const { page } = await new Organiser(await venue.device('laptop')).open(console_)
  await page.click('[data-tab=results]')
  const form = page.locator(`[data-part=send-on][data-stage="${stage}"]`)
  await form.locator('[name=best]').fill(String(best))
  const [download] = await Promise.all([page.waitForEvent('download'), form.locator('[data-act=send-on]').click()])
  const parsed = parseQualifiers(JSON.parse(await readFile(await download.path(), 'utf8')))
  await page.context().close()
  if (!parsed.ok) throw new Error(`the file is not in order: ${JSON.stringify(parsed.problems)}`)
  return parsed.file
}

/** With a tie across the cut nothing is given until the organiser says that all of them go. Answers how many are in the file then. */
export async function sendTied(venue: Venue, console_: string, stage: string, best: number): Promise<number> {
  const { page } = await new Organiser(await venue.device('laptop')).open(console_)
  await page.click('[data-tab=results]')
  const form = page.locator(`[data-part=send-on][data-stage="${stage}"]`)
  await form.locator('[name=best]').fill(String(best))
  venue.watch.expect('refusal')
  await form.locator('[data-act=send-on]').click()
  await expect(form.locator('[data-part=fault]')).toBeVisible()
  await form.locator('[name=all]').check()
  const [download] = await Promise.all([page.waitForEvent('download'), form.locator('[data-act=send-on]').click()])
  const parsed = parseQualifiers(JSON.parse(await readFile(await download.path(), 'utf8')))
  await page.context().close()
  return parsed.ok ? parsed.file.teams.length : 0
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
