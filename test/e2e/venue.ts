/**
 * A hall on the day of the contest: a real hub under a name that is no secure context, and devices that open its pages. The hub may die, hang
 * and come back; the devices share nothing with each other.
 */
import { cp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import type { Browser, Page } from '@playwright/test'
import { dataFolder, type HubProcess, startHub } from '../harness/hub-process.ts'
import { type Created, createContest } from '../robot/api.ts'
import { type Device, devices, hubName } from './browser.ts'
import { Watch } from './watch.ts'

export class Venue {
  /** Where people find the hub: `http://hoi-thi.test:<port>`. */
  readonly address: string
  readonly watch: Watch
  readonly #browser: Browser
  readonly #folder: Awaited<ReturnType<typeof dataFolder>>
  #hub: HubProcess
  /** True while the hub is meant to be there. */
  #isAwaited = false

  private constructor(browser: Browser, folder: Awaited<ReturnType<typeof dataFolder>>, hub: HubProcess) {
    this.#browser = browser
    this.#folder = folder
    this.#hub = hub
    this.address = addressAt(hub.port)
    this.watch = new Watch(this.address)
    this.#followHub()
  }

  static async open(browser: Browser): Promise<Venue> {
    const folder = await dataFolder()
    const port = await freePort()
    return new Venue(browser, folder, await startHub({ dataFolder: folder.path, port, publicUrl: addressAt(port) }))
  }

  get #backUp(): string {
    return `${this.#folder.path}-backup`
  }

  /** Where programs find the hub. */
  get url(): string {
    return this.#hub.url
  }
  get organiserKey(): string {
    return this.#hub.organiserKey
  }

  /** A contest that is simply there, for tests whose story begins later. */
  create(definition: object): Promise<Created> {
    return createContest(this.url, this.organiserKey, definition)
  }

  /** An empty page on a device of its own. */
  async device(kind: Device): Promise<Page> {
    const context = await this.#browser.newContext({ ...devices[kind], locale: 'vi-VN' })
    const page = await context.newPage()
    this.watch.follow(page)
    return page
  }

  /** Another tab on the device of a page. */
  async tabBeside(page: Page): Promise<Page> {
    const tab = await page.context().newPage()
    this.watch.follow(tab)
    return tab
  }

  /** As a power cut would, as far as a process can be cut. */
  async killHub(): Promise<void> {
    this.watch.expect('outage')
    this.#isAwaited = false
    await this.#hub.kill()
  }

  async startHubAgain(): Promise<void> {
    const { port } = this.#hub
    this.#hub = await startHub({ dataFolder: this.#folder.path, port, publicUrl: addressAt(port) })
    this.#followHub()
  }

  /** Puts a copy of the data folder beside it; as the two below, while the hub is down. */
  async backUp(): Promise<void> {
    await cp(this.#folder.path, this.#backUp, { recursive: true })
  }

  async putBack(): Promise<void> {
    await this.emptyFolder()
    await cp(this.#backUp, this.#folder.path, { recursive: true })
  }

  async emptyFolder(): Promise<void> {
    await rm(this.#folder.path, { recursive: true })
  }

  /** The hub hangs: its connections stay open and nothing comes over them. */
  freezeHub(): void {
    this.watch.expect('outage')
    this.#hub.child.kill('SIGSTOP')
  }

  thawHub(): void {
    this.#hub.child.kill('SIGCONT')
  }

  async close(): Promise<void> {
    for (const context of this.#browser.contexts()) await context.close()
    this.#isAwaited = false
    await this.#hub.kill()
    await this.#folder.remove()
    await rm(this.#backUp, { recursive: true, force: true })
  }

  /** A hub that ends when nobody ends it is a fault, whatever the pages make of it. */
  #followHub(): void {
    const hub = this.#hub
    this.#isAwaited = true
    hub.child.once('exit', () => {
      if (this.#isAwaited) this.watch.report(`the hub ended by itself: ${hub.printed()}`)
    })
  }
}

function addressAt(port: number): string {
  return `http://${hubName}:${port}`
}

/** The hub must know its address before it starts, and keep it when it starts again. */
async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}
