/**
 * Where a Redis is: one server, one that fails over by Sentinel, or a cluster, each with or without TLS. It reads addresses and opens
 * nothing.
 *
 *   redis://user:password@host:6379/0
 *   redis+sentinel://user:password@host:26379,host:26379/<name of the master>
 *   redis+cluster://user:password@host:6379,host:6379
 *
 * and the same beginning with `rediss` for TLS.
 */
export interface HostAndPort {
  readonly host: string
  readonly port: number
}

interface Login {
  readonly username?: string
  readonly password?: string
  readonly tls: boolean
}

export type RedisAddress = Login &
  (
    | { readonly kind: 'server'; readonly at: HostAndPort; readonly database: number }
    | { readonly kind: 'sentinel'; readonly sentinels: readonly HostAndPort[]; readonly master: string }
    | { readonly kind: 'cluster'; readonly nodes: readonly HostAndPort[] }
  )

const form = /^(rediss?)(?:\+(sentinel|cluster))?:\/\/(?:([^@/]*)@)?([^/]+)(?:\/([^/]*))?$/
const defaultPorts = { server: 6379, sentinel: 26_379, cluster: 6379 } as const

/** The address in a text; undefined when it is none. */
export function parseRedisAddress(text: string): RedisAddress | undefined {
  const [whole, scheme, by = 'server', login = '', hosts = '', path = ''] = form.exec(text) ?? []
  if (whole === undefined || !isKind(by)) return undefined
  const places = hosts.split(',').map((host) => placeOf(host, defaultPorts[by]))
  const [at] = places
  if (!at || !places.every((place) => place !== undefined)) return undefined
  const who = { ...loginOf(login), tls: scheme === 'rediss' }
  if (by === 'sentinel') return path === '' ? undefined : { ...who, kind: by, sentinels: places, master: path }
  if (by === 'cluster') return path === '' ? { ...who, kind: by, nodes: places } : undefined
  return places.length === 1 && /^\d*$/.test(path) ? { ...who, kind: by, at, database: Number(path) } : undefined
}

/** The address without its password, for people to read. */
export function withoutPassword(text: string): string {
  return text.replace(/(:\/\/[^:@/]*):[^@/]*@/, '$1:…@')
}

function isKind(by: string): by is keyof typeof defaultPorts {
  return by in defaultPorts
}

function placeOf(text: string, defaultPort: number): HostAndPort | undefined {
  const [, bracketed, plain, port] = /^(?:\[([0-9a-f:]+)\]|([^:[\]]+))(?::(\d{1,5}))?$/i.exec(text) ?? []
  const host = bracketed ?? plain
  return host === undefined ? undefined : { host, port: port === undefined ? defaultPort : Number(port) }
}

function loginOf(text: string): { username?: string; password?: string } {
  if (text === '') return {}
  const colon = text.indexOf(':')
  const username = decodeURIComponent(colon < 0 ? text : text.slice(0, colon))
  const password = colon < 0 ? undefined : decodeURIComponent(text.slice(colon + 1))
  return { ...(username === '' ? {} : { username }), ...(password === undefined ? {} : { password }) }
}
