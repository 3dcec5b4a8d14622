/** ↑ and ↓ move through the teams of a table and choose as they go, so that a whole round is read without the mouse. */
export function moveBetweenRows(event: KeyboardEvent): void {
  if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
  const row = event.target instanceof Element ? event.target.closest('tr') : null
  const next = event.key === 'ArrowUp' ? row?.previousElementSibling : row?.nextElementSibling
  const button = next?.querySelector('button')
  if (!button) return
  event.preventDefault()
  button.focus()
  button.click()
}
