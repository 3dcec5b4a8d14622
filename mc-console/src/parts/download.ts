/** Saves what a call answers as a file. A plain link would not do: the session goes in a header, never in an address. */
import { hubCalls } from '@bang-diem/shared/link/hub-calls.ts'

export async function download(path: string, auth: string, name: string): Promise<boolean> {
  let content: Blob
  try {
    const response = await hubCalls.ask(path, { headers: { authorization: `Bearer ${auth}` } }, true)
    if (!response.ok) return false
    content = await response.blob()
  } catch {
    // No hub, or cut in the middle: the page says so.
    return false
  }
  saveFile(content, name)
  return true
}

/** What is already here, as a file. */
export function saveFile(content: Blob, name: string): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
