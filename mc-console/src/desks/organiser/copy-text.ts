/**
 * Puts a text on the clipboard. On plain HTTP the browser has no clipboard API, so it is the old way: a field that is selected and
 * copied. True when the browser says that it worked.
 */
export function copyText(text: string): boolean {
  const field = document.createElement('textarea')
  field.value = text
  field.style.position = 'fixed'
  document.body.append(field)
  field.select()
  const copied = document.execCommand('copy')
  field.remove()
  return copied
}
