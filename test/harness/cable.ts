/**
 * A program in a network of its own, at the end of a cable that can be pulled out: what is sent then is lost without a word, by the
 * kernel itself. Needs the rights to make network namespaces, as root has on Linux; both go away with the program.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { userInfo } from 'node:os'

/** The words that start a program in a network of its own, where at first nothing leads to. */
export const inOwnNetwork: readonly string[] = ['unshare', '-n', '--']

/** Whether cables can be laid here. */
export function mayLayCables(): boolean {
  if (process.platform !== 'linux' || userInfo().uid !== 0) return false
  const trial = 'ip link add bd-trial type veth peer name bd-other'
  return spawnSync('unshare', ['-n', 'sh', '-c', trial]).status === 0
}

export class Cable {
  /** Its number, and that of its network among those that are set aside for trials (RFC 2544). */
  readonly #number = randomInt(1, 16_384)
  #pid: number | undefined

  /** Where the program is reached. */
  get farAddress(): string {
    return this.#address(2)
  }

  /** Leads to the network of this process. */
  plug(pid: number): void {
    this.#pid = pid
    const near = `bd${this.#number}`
    ip(['link', 'add', near, 'type', 'veth', 'peer', 'name', 'far', 'netns', String(pid)])
    ip(['address', 'add', `${this.#address(1)}/30`, 'dev', near])
    ip(['link', 'set', near, 'up'])
    this.#atFarEnd(['address', 'add', `${this.farAddress}/30`, 'dev', 'far'])
    this.#atFarEnd(['link', 'set', 'lo', 'up'])
    this.putBack()
  }

  /** From now on nothing arrives, at either end. */
  pull(): void {
    this.#atFarEnd(['link', 'set', 'far', 'down'])
  }

  putBack(): void {
    this.#atFarEnd(['link', 'set', 'far', 'up'])
  }

  #address(host: 1 | 2): string {
    const first = this.#number * 4
    return `198.${18 + (first >> 16)}.${(first >> 8) & 255}.${(first & 255) + host}`
  }

  #atFarEnd(words: readonly string[]): void {
    execFileSync('nsenter', ['-t', String(this.#pid), '-n', 'ip', ...words])
  }
}

function ip(words: readonly string[]): void {
  execFileSync('ip', [...words])
}
