/**
 * Keeps the hub running: one that dies is started again, one that says that its settings are wrong is not.
 * When this ends, however it ends, nothing that it started goes on: it holds an IPC channel to each child, and a child stops when that closes.
 */
import { fork } from 'node:child_process'

/** Times in milliseconds. */
const limits = {
  /** Long enough for the system to free the port. */
  firstDelay: 100,
  /** A hub that had been serving is back within 2 s, its own start included, however often it dies. */
  longestDelayOnceReady: 500,
  /** One that dies while starting will not be helped by trying harder. */
  longestDelay: 10_000,
  /** A run this long ends a series of deaths. */
  steady: 30_000,
  /** What a hub may take to tell its screens good-bye. */
  graceful: 5_000,
}

/** Exit codes by which a hub says that a person must change something; it has already said what, in one line. */
const forAPerson = { from: 64, below: 80 }

/** @type {readonly NodeJS.Signals[]} */
const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP']

/**
 * @typedef {import('node:child_process').ChildProcess} Child
 * @typedef {{ port: number, organiserKey: string }} Ready what a hub sends as `{ ready }` once it listens
 * @typedef {{ node: string, flags: readonly string[], entry: string, args: readonly string[], env?: NodeJS.ProcessEnv }} Program
 */

/**
 * Runs the hub until a signal stops it or it gives up. Resolves with the exit code for this process.
 * @param {Program} hub
 * @param {(ready: Ready) => Program} [companionOf] a second program, which lives as long as the hub does
 * @returns {Promise<number>}
 */
export async function supervise(hub, companionOf) {
  const supervisor = new Supervisor(hub, companionOf)
  const stop = (/** @type {NodeJS.Signals} */ signal) => supervisor.stop(signal)
  for (const signal of stopSignals) process.on(signal, stop)
  const code = await supervisor.ended
  for (const signal of stopSignals) process.off(signal, stop)
  return code
}

class Supervisor {
  #hub
  #companionOf
  #deaths = 0
  #startedAt = 0
  #wasReady = false
  #stopping = false
  #forced = false
  /** @type {Child | undefined} */
  #running
  /** @type {Child | undefined} */
  #companion
  /** @type {NodeJS.Timeout | undefined} */
  #restart
  /** @type {(code: number) => void} */
  #end = () => undefined

  /**
   * @param {Program} hub
   * @param {((ready: Ready) => Program) | undefined} companionOf
   */
  constructor(hub, companionOf) {
    this.#hub = hub
    this.#companionOf = companionOf
    /** @type {Promise<number>} */
    this.ended = new Promise((resolve) => {
      this.#end = resolve
    })
    this.#start()
  }

  /**
   * Asks the hub to end and, when it does not or when asked twice, ends it.
   * @param {NodeJS.Signals} signal
   */
  stop(signal) {
    clearTimeout(this.#restart)
    if (!this.#running) return this.#end(0)
    if (this.#stopping) return this.#kill()
    this.#stopping = true
    askToStop(this.#running, signal)
    setTimeout(() => this.#kill(), limits.graceful).unref()
  }

  #start() {
    this.#startedAt = Date.now()
    this.#wasReady = false
    this.#running = launch(this.#hub)
    this.#running.on('message', (message) => this.#heard(message))
    this.#running.on('exit', (code, signal) => this.#ended(code, signal))
    this.#running.on('error', (error) => {
      console.error(`Không bật được hub · Could not start the hub: ${error.message}`)
      this.#end(1)
    })
  }

  /** @param {unknown} message from the hub */
  #heard(message) {
    const ready = readyIn(message)
    if (!ready) return
    this.#wasReady = true
    if (this.#companionOf && !this.#companion) this.#companion = launch(this.#companionOf(ready))
  }

  /**
   * @param {number | null} code
   * @param {NodeJS.Signals | null} signal
   */
  #ended(code, signal) {
    this.#running = undefined
    // Without mercy: it keeps nothing, and the next hub gets a new one.
    this.#companion?.kill('SIGKILL')
    this.#companion = undefined
    if (this.#stopping) return this.#end(this.#forced ? 1 : (code ?? 0))
    if (code !== null && code >= forAPerson.from && code < forAPerson.below) return this.#end(code)
    this.#deaths = Date.now() - this.#startedAt >= limits.steady ? 1 : this.#deaths + 1
    const delay = delayAfter(this.#deaths, this.#wasReady)
    const how = signal ?? `mã ${code}`
    console.error(`Hub đã dừng (${how}), ${delay} ms nữa bật lại · The hub ended, starting it again`)
    this.#restart = setTimeout(() => this.#start(), delay)
  }

  #kill() {
    this.#forced = true
    this.#running?.kill('SIGKILL')
  }
}

/** @param {Program} program */
function launch({ node, flags, entry, args, env = process.env }) {
  return fork(entry, args, {
    execPath: node,
    execArgv: [...flags],
    env,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    // A process group of its own: Ctrl-C reaches the hub once, through here, and not a second time from the terminal.
    detached: process.platform !== 'win32',
  })
}

/**
 * @param {Child} child
 * @param {NodeJS.Signals} signal
 */
function askToStop(child, signal) {
  // Windows has no signals: there, `kill` would end the hub in the middle of a write. The closed channel asks as politely.
  if (process.platform !== 'win32') child.kill(signal)
  else if (child.connected) child.disconnect()
}

/**
 * Milliseconds until the next start; doubles from death to death.
 * @param {number} deaths since the last steady run, this one included
 * @param {boolean} wasReady whether the one that died had been serving
 */
export function delayAfter(deaths, wasReady) {
  const longest = wasReady ? limits.longestDelayOnceReady : limits.longestDelay
  return Math.min(limits.firstDelay * 2 ** (deaths - 1), longest)
}

/**
 * @param {unknown} message
 * @returns {Ready | undefined}
 */
function readyIn(message) {
  if (typeof message !== 'object' || message === null || !('ready' in message)) return undefined
  const { ready } = message
  if (typeof ready !== 'object' || ready === null || !('port' in ready) || !('organiserKey' in ready)) return undefined
  const { port, organiserKey } = ready
  return typeof port === 'number' && typeof organiserKey === 'string' ? { port, organiserKey } : undefined
}
