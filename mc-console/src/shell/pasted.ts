/** What a person pasted into the welcome page: a whole link, a link's code alone, or the organiser key. */
export type Pasted =
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'key'; readonly key: string }
  | null

const codeForm = /^[a-z0-9-]{1,40}\.[A-Za-z0-9_-]{20,64}$/
const keyForm = /^[A-Za-z0-9_-]{8,128}$/

export function readPasted(text: string): Pasted {
  const trimmed = text.trim()
  const hash = trimmed.indexOf('#')
  if (hash >= 0) {
    const parts = new URLSearchParams(trimmed.slice(hash + 1))
    return readPasted(parts.get('code') ?? parts.get('key') ?? '')
  }
  if (codeForm.test(trimmed)) return { kind: 'code', code: trimmed }
  return keyForm.test(trimmed) ? { kind: 'key', key: trimmed } : null
}
