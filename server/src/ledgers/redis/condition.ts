/**
 * What a Redis promises: its version, whether it may be written to, whether it throws keys away, how it keeps them, who copies them.
 * Read from its own INFO and configuration, on every master; it changes nothing there.
 */
import type { Redis } from 'ioredis'
import { LedgerUnfit, type UnfitReason } from '../errors.ts'

/** `always`: flushed to the disk before it answers. `everysec`: within a second or two. `none`: whenever the system likes, or never. */
export type Flushing = 'always' | 'everysec' | 'none'

export interface Condition {
  readonly flushing: Flushing
  /** Connected copies of the master that has the fewest. */
  readonly replicas: number
}

/** Scripts that say what they do, and whole ones when memory is short, came with this. */
const oldest = [7, 0]

export async function conditionOf(masters: readonly Redis[]): Promise<Condition> {
  const all = await Promise.all(masters.map(conditionOfOne))
  const order: readonly Flushing[] = ['none', 'everysec', 'always']
  return {
    flushing: order.find((flushing) => all.some((each) => each.flushing === flushing)) ?? 'none',
    replicas: Math.min(...all.map(({ replicas }) => replicas)),
  }
}

/** Rejects with `LedgerUnfit` when the ledger cannot live there. */
export async function requireFit(masters: readonly Redis[]): Promise<void> {
  for (const master of masters) {
    const told = await master.info()
    const reason = unfitnessOf(told)
    if (reason) throw new LedgerUnfit(reason, `Redis ${fieldsOf(told).get('redis_version') ?? '?'}`)
  }
}

/** Why a Redis that tells this of itself cannot hold a ledger; undefined when it can. */
export function unfitnessOf(text: string): UnfitReason | undefined {
  const told = fieldsOf(text)
  if (isOlder(told.get('redis_version') ?? '', oldest)) return 'too-old'
  if (told.get('role') !== 'master') return 'read-only'
  return told.get('maxmemory') === '0' || told.get('maxmemory_policy') === 'noeviction' ? undefined : 'evicting'
}

/** The fields of an INFO answer. */
export function fieldsOf(text: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>()
  for (const line of text.split('\r\n')) {
    const colon = line.indexOf(':')
    if (colon > 0) fields.set(line.slice(0, colon), line.slice(colon + 1))
  }
  return fields
}

async function conditionOfOne(master: Redis): Promise<Condition> {
  const told = fieldsOf(await master.info())
  const isKept = told.get('aof_enabled') === '1'
  return {
    flushing: isKept ? await flushingOf(master) : 'none',
    replicas: Number(told.get('connected_slaves') ?? 0),
  }
}

async function flushingOf(master: Redis): Promise<Flushing> {
  try {
    const [, policy] = await master.config('GET', 'appendfsync')
    return policy === 'always' || policy === 'everysec' ? policy : 'none'
  } catch (error) {
    // A hosted Redis may keep its configuration to itself: nothing is promised then.
    if (error instanceof Error && error.name === 'ReplyError') return 'none'
    throw error
  }
}

function isOlder(version: string, than: readonly number[]): boolean {
  const parts = version.split('.').map(Number)
  const index = than.findIndex((part, at) => parts[at] !== part)
  return index >= 0 && (parts[index] ?? 0) < (than[index] ?? 0)
}
