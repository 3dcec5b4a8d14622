/**
 * What the organiser may set, read from the environment's variables: each checked, each fault one line that names the variable.
 * It reads nothing else and starts nothing.
 */
import * as v from 'valibot'

export interface Config {
  readonly port: number
  readonly host: string
  /** The address that links and QR codes carry; undefined: this machine's address on the network. */
  readonly publicUrl: string | undefined
  readonly dataFolder: string
  /** A folder that gets every commit as a line, such as a stick; undefined: none. */
  readonly mirrorFolder: string | undefined
  /** Where the ledger is kept instead of in the data folder; see `ledgers/redis/address.ts`. */
  readonly redisUrl: string | undefined
  /** Undefined: made at the first start and kept in the data folder. */
  readonly organiserKey: string | undefined
  readonly tls: { readonly certificate: string; readonly key: string } | undefined
}

const port = v.pipe(v.string(), v.regex(/^\d{1,5}$/), v.transform(Number), v.maxValue(65_535))

const settings = {
  PORT: { schema: v.optional(port, '8080'), means: 'a port number from 0 to 65535' },
  HOST: { schema: v.optional(v.pipe(v.string(), v.minLength(1)), '0.0.0.0'), means: 'an address to listen on' },
  PUBLIC_URL: {
    schema: v.optional(v.pipe(v.string(), v.regex(/^https?:\/\/[^/\s]+$/))),
    means: 'an address such as http://192.168.1.5:8080, without a path',
  },
  REDIS_URL: {
    schema: v.optional(v.pipe(v.string(), v.regex(/^rediss?(?:\+(?:sentinel|cluster))?:\/\/[^/\s]+/))),
    means: 'an address such as redis://192.168.1.5:6379',
  },
  DATA_DIR: { schema: v.optional(v.pipe(v.string(), v.minLength(1)), 'data'), means: 'a folder' },
  MIRROR_DIR: { schema: v.optional(v.pipe(v.string(), v.minLength(1))), means: 'a folder' },
  ORGANISER_KEY: {
    schema: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{16,64}$/))),
    means: '16 to 64 letters, digits, _ or -',
  },
  TLS_CERT: { schema: v.optional(v.pipe(v.string(), v.minLength(1))), means: 'a file' },
  TLS_KEY: { schema: v.optional(v.pipe(v.string(), v.minLength(1))), means: 'a file' },
} as const

/** The configuration, or one line that says what is wrong with it. */
export type ConfigRead =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problem: string }

export function readConfig(environment: Readonly<Record<string, string | undefined>>): ConfigRead {
  // An empty variable is one that somebody has blanked in `.env`.
  const given = Object.fromEntries(Object.keys(settings).map((name) => [name, environment[name] || undefined]))
  const entries = v.object({
    PORT: settings.PORT.schema,
    HOST: settings.HOST.schema,
    PUBLIC_URL: settings.PUBLIC_URL.schema,
    REDIS_URL: settings.REDIS_URL.schema,
    DATA_DIR: settings.DATA_DIR.schema,
    MIRROR_DIR: settings.MIRROR_DIR.schema,
    ORGANISER_KEY: settings.ORGANISER_KEY.schema,
    TLS_CERT: settings.TLS_CERT.schema,
    TLS_KEY: settings.TLS_KEY.schema,
  })
  const parsed = v.safeParse(entries, given)
  if (!parsed.success) {
    const name = String(parsed.issues[0].path?.[0].key)
    const setting = Object.entries(settings).find(([each]) => each === name)
    return { ok: false, problem: `${name} must be ${setting?.[1].means ?? 'something else'}` }
  }
  const { PORT, HOST, PUBLIC_URL, REDIS_URL, DATA_DIR, MIRROR_DIR, ORGANISER_KEY, TLS_CERT, TLS_KEY } = parsed.output
  if (REDIS_URL !== undefined && ORGANISER_KEY === undefined) {
    return { ok: false, problem: 'ORGANISER_KEY must be set with REDIS_URL: all hubs of a Redis share it' }
  }
  if ((TLS_CERT === undefined) !== (TLS_KEY === undefined)) {
    return { ok: false, problem: 'TLS_CERT and TLS_KEY go together: set both or none' }
  }
  const tls = TLS_CERT !== undefined && TLS_KEY !== undefined ? { certificate: TLS_CERT, key: TLS_KEY } : undefined
  return {
    ok: true,
    config: {
      port: PORT,
      host: HOST,
      publicUrl: PUBLIC_URL,
      dataFolder: DATA_DIR,
      redisUrl: REDIS_URL,
      mirrorFolder: MIRROR_DIR,
      organiserKey: ORGANISER_KEY,
      tls,
    },
  }
}
