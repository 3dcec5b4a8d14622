/**
 * Who this page is: the code of a link, exchanged for a session, and where the session is remembered.
 *
 * A tab's own storage comes first, so that several roles can live in the tabs of one browser; the browser's storage is the fallback that survives
 * a closed tab. Where a browser allows neither, the page asks for the link again after a reload. The code never goes to a server in
 * an address: it stands in the fragment.
 */
import * as v from 'valibot'
import { type Joined, joinedSchema } from '../protocol/down.ts'
import { type ApiOutcome, post } from './http.ts'

const codeSchema = v.object({ code: v.string() })
const sessionSchema = v.object({ ...joinedSchema.entries, code: v.string() })
/** A session together with the link's code, with which a new session can be opened. */
export type KeptSession = v.InferOutput<typeof sessionSchema>
export type App = 'judge' | 'console'

/** The code in `#code=<contest>.<token>`; the address bar is cleared of it, so that a shared screenshot gives nothing away. */
export function readLinkCode(): string | null {
  const code = new URLSearchParams(location.hash.slice(1)).get('code')
  if (code !== null) history.replaceState(history.state, '', location.pathname + location.search)
  return code
}

/**
 * The address of another app for the same seat. Where the page's own address is dead (`refuge` is the hub that carries it) that is the seat's link
 * at the living hub: sessions are kept by origin, and only the code lets in there.
 */
export function addressOf(app: App, code: string, refuge: string | null): string {
  return refuge === null ? `/${app}/` : `${refuge}/${app}/#code=${encodeURIComponent(code)}`
}

/** The contest's printed rules, at the page's own hub or at the one that carries it now. */
export function rulesAddress(contest: string, refuge: string | null): string {
  return `${refuge ?? ''}/rules/${encodeURIComponent(contest)}`
}

/** Exchanges a link's code for a session; exchanged twice, it opens one more that nobody uses. */
export function join(code: string): Promise<ApiOutcome<Joined>> {
  return post('/api/join', joinedSchema, { code }, { repeatable: true })
}

export function loadSession(app: App): KeptSession | null {
  return load(app, sessionSchema)
}

/** The code of the session that is kept, also of one that another version of this page has kept and this one cannot use. */
export function loadCode(app: App): string | null {
  return load(app, codeSchema)?.code ?? null
}

export function saveSession(app: App, joined: Joined, code: string): void {
  const text = JSON.stringify({ ...joined, code } satisfies KeptSession)
  for (const storage of storages()) storage.setItem(keyOf(app), text)
}

export function forgetSession(app: App): void {
  for (const storage of storages()) storage.removeItem(keyOf(app))
}

function keyOf(app: App): string {
  return `bang-diem/session/${app}`
}

function load<const S extends v.GenericSchema>(app: App, schema: S): v.InferOutput<S> | null {
  for (const storage of storages()) {
    const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), schema), storage.getItem(keyOf(app)))
    if (parsed.success) return parsed.output
  }
  return null
}

/** The storages that work here: with cookies blocked even naming them throws, and some are full from the start. */
function storages(): Storage[] {
  return [() => sessionStorage, () => localStorage].flatMap((open) => {
    try {
      const storage = open()
      storage.setItem('bang-diem/probe', '')
      storage.removeItem('bang-diem/probe')
      return [storage]
    } catch {
      return []
    }
  })
}
