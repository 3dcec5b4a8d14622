/** Finds the code in what a judge has typed or pasted: the bare code, or the whole link that carries it in its fragment. */

/** `<contest>.<token>`, as `POST /api/join` takes it. */
const CODE = /^[a-z0-9-]{1,40}\.[A-Za-z0-9_-]{20,64}$/

/** The code, or `null` when there is none in the text. */
export function findCode(written: string): string | null {
  const text = written.replace(/\s/g, '')
  const fragment = text.split('#')[1]
  const candidate = fragment === undefined ? text : new URLSearchParams(fragment).get('code')
  return candidate !== null && CODE.test(candidate) ? candidate : null
}
