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

/** Exchanges a link's code for a session. */
export function join(code: string): Promise<ApiOutcome<Joined>> {
  return post('/api/join', joinedSchema, { code })
}

export function loadSession(app: App): KeptSession | null {
  for (const storage of storages()) {
    const text = storage.getItem(keyOf(app))
    const session = text === null ? null : parseSession(text)
    if (session !== null) return session
  }
  return null
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

function parseSession(text: string): KeptSession | null {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), sessionSchema), text)
  return parsed.success ? parsed.output : null
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
