/**
 * The MC's keys: Space, →, PageDown (what a clicker sends) mean *Next*; ←, PageUp ask for *Back*. Never while a dialog is open or
 * somebody types, and Space never steals a press from a focused button.
 */
export interface KeyActs {
  next(): void
  back(): void
}

/** Listens on the window; the answer stops it. */
export function listenToKeys({ next, back }: KeyActs): () => void {
  function pressed(event: KeyboardEvent): void {
    const act = actOfKey(event.key)
    if (act === null || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    if (isElsewhere(event.target) || (event.key === ' ' && isButton(event.target))) return
    event.preventDefault()
    // A key that is held down, or a clicker that chatters, is one press.
    if (event.repeat) return
    if (act === 'next') next()
    else back()
  }
  window.addEventListener('keydown', pressed)
  return () => window.removeEventListener('keydown', pressed)
}

export function actOfKey(key: string): 'next' | 'back' | null {
  if (key === ' ' || key === 'ArrowRight' || key === 'PageDown') return 'next'
  return key === 'ArrowLeft' || key === 'PageUp' ? 'back' : null
}

function isElsewhere(target: EventTarget | null): boolean {
  if (document.querySelector('dialog[open]')) return true
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null
}

function isButton(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button, a[href], summary') !== null
}
