/**
 * A stand-in for the hub that speaks its protocol from fixtures, so that tests drive the real page through the real connection.
 * It keeps no ledger and knows no rules; it can fall silent, vanish and come back at the same address.
 */
import { createReadStream, existsSync } from 'node:fs'
import { createServer, type Server as HttpServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import type { Beat, Delta, Snapshot } from '@bang-diem/shared/protocol/down.ts'
import { Server, type Socket } from 'socket.io'
import type { Entries } from './fixtures.ts'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
}

export class PreviewHub {
  readonly #dist: string
  #entries: Entries = {}
  #version = 0
  #port = 0
  #contests: readonly { id: string; title: string }[] = []
  #http: HttpServer | undefined
  #io: Server | undefined
  #beating: ReturnType<typeof setInterval> | undefined
  /** What the pages said of themselves when they connected, oldest first. */
  readonly handshakes: unknown[] = []
  #isSilent = false

  /** `dist` is the folder of the built page. */
  constructor(dist: string) {
    if (!existsSync(join(dist, 'index.html'))) throw new Error(`${dist} holds no built page: run "npm run build" first`)
    this.#dist = dist
  }

  get origin(): string {
    return `http://127.0.0.1:${this.#port}`
  }

  /** Listens, at the same port as before when it has been up before. */
  async start(): Promise<void> {
    const http = createServer((request, response) => {
      const path = new URL(request.url ?? '/', 'http://preview').pathname
      if (path === '/api/contests') {
        response.setHeader('content-type', 'application/json')
        response.end(JSON.stringify(this.#contests))
        return
      }
      const name = path === '/display/' ? 'index.html' : normalize(path.replace('/display/', ''))
      const file = join(this.#dist, name)
      if (name.startsWith('..') || !existsSync(file)) {
        response.writeHead(404).end()
        return
      }
      response.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream')
      createReadStream(file).pipe(response)
    })
    const io = new Server(http, { perMessageDeflate: false, serveClient: false })
    io.on('connection', (socket) => this.#welcome(socket))
    this.#beating = setInterval(() => io.emit('beat', { at: Date.now() } satisfies Beat), 1000)
    await new Promise<void>((resolve) => http.listen(this.#port, '127.0.0.1', resolve))
    this.#port = (http.address() as AddressInfo).port
    this.#http = http
    this.#io = io
  }

  /** The process is gone: every connection ends and the port answers no more. */
  async stop(): Promise<void> {
    clearInterval(this.#beating)
    await this.#io?.close()
    this.#http?.closeAllConnections()
  }

  /** Half-open connections: nothing closes, nothing comes any more, and who tries anew is let in and hears nothing either. */
  fallSilent(): void {
    clearInterval(this.#beating)
    this.#isSilent = true
  }

  /** The contests of the hub, the newest first; one has to be listed before a page without `?contest=` finds it. */
  list(contests: readonly { id: string; title: string }[]): void {
    this.#contests = contests
  }

  /** Publishes a whole view, as the change from the one before. */
  show(...parts: readonly Entries[]): void {
    const before = this.#entries
    const entries: Record<string, unknown> = Object.assign({}, ...parts)
    const set = Object.fromEntries(
      Object.entries(entries).filter(([key, entry]) => JSON.stringify(before[key]) !== JSON.stringify(entry)),
    )
    const unset = Object.keys(before).filter((key) => !(key in entries))
    const delta: Delta = { from: this.#version, to: this.#version + 1, set, unset }
    this.#entries = entries
    this.#version += 1
    this.#io?.emit('delta', delta)
  }

  #welcome(socket: Socket): void {
    this.handshakes.push(socket.handshake.auth)
    if (this.#isSilent) return
    const snapshot = (): Snapshot => ({ version: this.#version, at: Date.now(), entries: this.#entries, hubs: [] })
    socket.emit('snapshot', snapshot())
    socket.on('resync', () => socket.emit('snapshot', snapshot()))
    socket.on('clock', (answer: (beat: Beat) => void) => this.#isSilent || answer({ at: Date.now() }))
  }
}
