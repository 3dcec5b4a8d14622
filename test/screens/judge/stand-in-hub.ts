/**
 * A stand-in for the hub that speaks its protocol to one judge's page from fixtures, so that tests drive the real page through the
 * real connection and into states that a real contest reaches seldom. It keeps no ledger and knows no rules.
 */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { type Joined, snapshotSchema } from '@bang-diem/shared/protocol/down.ts'
import { draftSchema, heldSchema, joinSchema } from '@bang-diem/shared/protocol/up.ts'
import { type Command, commandSchema } from '@bang-diem/shared/rules/commands.ts'
import type { Refusal } from '@bang-diem/shared/rules/refusals.ts'
import { Server, type Socket } from 'socket.io'
import * as v from 'valibot'
import type { Entries } from './contest-fixture.ts'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.mp4': 'video/mp4',
  '.svg': 'image/svg+xml',
}

/** What becomes of the next commands: recorded, received and not yet durable, refused, or heard and never answered. */
export type Manner = 'record' | 'receive' | 'silent' | { readonly refuse: Refusal }

export const CODE = 'hoi-thi.abcdefghijklmnopqrstuvwx'

export class StandInHub {
  readonly #dist: string
  readonly #http = createServer((request, response) => void this.#respond(request, response))
  readonly #io = new Server(this.#http, { perMessageDeflate: false, serveClient: false })
  readonly #beats: NodeJS.Timeout
  #entries: Entries = {}
  #version = 0
  #commits = 127
  #durable = 127
  #sessions = 0
  #revoked = false
  #away = false
  manner: Manner = 'record'
  /** Which contest under this id it is: another one when it was made anew. */
  history = '1'.repeat(64)
  /** What the page has sent, oldest first. */
  readonly commands: Command[] = []
  readonly drafts: v.InferOutput<typeof draftSchema>[] = []

  /** `dist` is the folder of the built page. */
  constructor(dist: string) {
    if (!existsSync(join(dist, 'index.html'))) throw new Error(`${dist} holds no built page: run "npm run build" first`)
    this.#dist = dist
    this.#io.use((socket, next) => next(this.#refusalFor(socket)))
    this.#io.on('connection', (socket) => this.#welcome(socket))
    this.#beats = setInterval(() => this.#io.emit('beat', { at: Date.now() }), 1000)
  }

  /** Listens on a free port of this machine; answers the origin. */
  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#http.listen(0, '127.0.0.1', resolve))
    const address = this.#http.address()
    if (address === null || typeof address === 'string') throw new Error('the stand-in does not listen')
    return `http://127.0.0.1:${address.port}`
  }

  async stop(): Promise<void> {
    clearInterval(this.#beats)
    await this.#io.close()
  }

  /** Publishes these entries beside the present ones. */
  publish(set: Entries): void {
    this.#entries = { ...this.#entries, ...set }
    const from = this.#version++
    this.#io.emit('delta', { from, to: this.#version, set, unset: [] })
  }

  /** Begins anew with these entries alone. */
  replace(entries: Entries): void {
    this.#entries = entries
    this.#version += 1
    this.#io.emit('snapshot', this.#snapshot())
  }

  /** The link was reissued: whoever is connected is out, and nobody comes back. */
  revoke(): void {
    this.#revoked = true
    this.#io.disconnectSockets(true)
  }

  /** The Wi-Fi goes: nobody is connected, and nobody gets through. */
  vanish(): void {
    this.#away = true
    this.#io.disconnectSockets(true)
  }

  comeBack(): void {
    this.#away = false
  }

  /** Everything is durable now, and who is connected is told. */
  flush(): void {
    this.#durable = this.#commits
    this.#io.emit('durable', { commit: this.#durable })
  }

  /** Another device opens the link: the page's session is no longer the newest. */
  takeOver(): void {
    this.#sessions += 1
    for (const socket of this.#io.sockets.sockets.values()) this.#tellSeat(socket)
  }

  #snapshot() {
    return v.parse(snapshotSchema, { version: this.#version, at: Date.now(), entries: this.#entries, hubs: [] })
  }

  #refusalFor(socket: Socket): Error | undefined {
    const known = /^session-number-\d{10}$/.test(String(socket.handshake.auth.session))
    if (this.#away) return new Error('away')
    if (!this.#revoked && known) return undefined
    return Object.assign(new Error('refused'), { data: { code: this.#revoked ? 'seat-revoked' : 'session-unknown' } })
  }

  #welcome(socket: Socket): void {
    socket.emit('snapshot', this.#snapshot())
    this.#tellSeat(socket)
    socket.on('clock', (answer) => answer({ at: Date.now() }))
    socket.on('resync', () => socket.emit('snapshot', this.#snapshot()))
    socket.on('draft', (body) => this.drafts.push(v.parse(draftSchema, body)))
    socket.on('held', (body, answer) => {
      v.parse(heldSchema, body)
      answer({ unknown: [], behind: false, durable: this.#durable })
    })
    socket.on('command', (body, answer) => this.#take(v.parse(commandSchema, body), answer))
  }

  #tellSeat(socket: Socket): void {
    const driving = Number(String(socket.handshake.auth.session).slice(-10)) === this.#sessions
    socket.emit('seat', { seat: 'judge:gk2', roles: ['judge'], driving })
  }

  #take(command: Command, answer: (ack: unknown) => void): void {
    this.commands.push(command)
    if (this.manner === 'silent') return
    if (typeof this.manner === 'object') return answer({ ok: false, refusal: this.manner.refuse })
    this.#commits += 1
    if (this.manner === 'record') this.#durable = this.#commits
    const receipt = `${this.#commits}-7F3A`
    if (command.type === 'submitSheet') {
      const { round, team, revision, marks } = command
      this.publish({ [`sheet/${round}/${team}`]: { status: 'submitted', revision, marks, receipt } })
    }
    const ack = { ok: true, commit: this.#commits, hash: '0'.repeat(64), receipt }
    answer(this.manner === 'record' ? ack : { ...ack, durable: false })
  }

  async #respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', 'http://stand-in')
    if (pathname === '/api/join') return this.#join(request, response)
    const name = pathname === '/judge/' ? 'index.html' : normalize(pathname.replace('/judge/', ''))
    const file = join(this.#dist, name)
    if (name.startsWith('..') || !existsSync(file)) {
      response.writeHead(404).end()
      return
    }
    response.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream')
    response.end(await readFile(file))
  }

  async #join(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = ''
    for await (const piece of request) body += String(piece)
    const { code } = v.parse(v.pipe(v.string(), v.parseJson(), joinSchema), body)
    response.setHeader('content-type', 'application/json')
    if (code !== CODE) {
      response.writeHead(403).end(JSON.stringify({ code: 'link-unknown' }))
      return
    }
    this.#sessions += 1
    this.#revoked = false
    const session = `session-number-${String(this.#sessions).padStart(10, '0')}`
    const joined: Joined = { session, role: 'judge', judge: 'gk2', contest: 'hoi-thi', history: this.history }
    response.end(JSON.stringify(joined))
  }
}
