/** What a reader has opened and typed in a report, for when the same report is drawn in another language. */

/** Takes note of it; the answer puts it back into the report that stands then, whose parts are the same in number and order. */
export function remembered(): () => void {
  const open = [...document.querySelectorAll('details')].map((details) => details.open)
  const typed = receiptInput()?.value ?? ''
  return () => {
    for (const [index, details] of document.querySelectorAll('details').entries()) details.open = open[index] ?? false
    const input = receiptInput()
    if (!input || typed === '') return
    input.value = typed
    input.dispatchEvent(new Event('input'))
  }
}

function receiptInput(): HTMLInputElement | null {
  return document.querySelector<HTMLInputElement>('#receipt')
}
