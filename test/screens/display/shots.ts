/**
 * Pictures of every scene of the hall, for people to look at: `node test/screens/display/shots.ts <folder> [part of a name]`. The built page before a
 * stand-in hub. It judges nothing: `*.test.ts` do.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { launchChromium, openHall, type Size, sizes } from './hall-page.ts'
import { programme } from './programme.ts'

const [, , folder, wanted = ''] = process.argv
if (folder === undefined) throw new Error('say where the pictures go: node test/screens/display/shots.ts <folder>')
mkdirSync(folder, { recursive: true })

const browser = await launchChromium()
try {
  for (const size of Object.keys(sizes) as Size[]) {
    const { page, hub, faults, close } = await openHall(browser, { size })
    for (const [name, picture] of Object.entries(programme)) {
      if (!name.includes(wanted)) continue
      hub.show(picture)
      // A figure counts up for 1.2 s after half a second.
      await page.waitForTimeout(2200)
      const { width, height } = sizes[size]
      await page.screenshot({ path: join(folder, `${name.replaceAll(' ', '-')}-${width}x${height}.png`) })
    }
    for (const fault of faults) console.error(size, fault)
    await close()
  }
} finally {
  await browser.close()
}
