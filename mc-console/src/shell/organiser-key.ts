/**
 * The organiser key that `#key=…` brings. It lives as long as the tab and is taken out of the address bar, so that neither a
 * screenshot nor the browser's history gives it away. It goes to the hub in a header only.
 */
const kept = 'bang-diem/console/key'
const home = 'bang-diem/console/home'

export function readOrganiserKey(): string | null {
  const key = new URLSearchParams(location.hash.slice(1)).get('key')
  if (key === null) return sessionStorage.getItem(kept)
  history.replaceState(history.state, '', location.pathname + location.search)
  standAtHome(true)
  keepOrganiserKey(key)
  return key
}

export function keepOrganiserKey(key: string): void {
  sessionStorage.setItem(kept, key)
}

/** Whether this tab stood at the organiser's home: a reload leads back to where one was. */
export function standsAtHome(): boolean {
  return sessionStorage.getItem(home) !== null
}

export function standAtHome(yes: boolean): void {
  if (yes) sessionStorage.setItem(home, '')
  else sessionStorage.removeItem(home)
}

export function forgetOrganiserKey(): void {
  sessionStorage.removeItem(kept)
}
