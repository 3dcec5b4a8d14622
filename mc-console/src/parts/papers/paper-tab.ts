/**
 * The tab that a page for printing is shown in. It is opened at the press itself, because a browser opens none later, and says what it waits for
 * until the document is there. It asks the hub for nothing.
 */

/** Addresses of documents in memory, with the tab that shows each: given back when the tab is gone. */
const shown = new Map<Window, string>()

export interface PaperTab {
  show(document: Blob): void
  close(): void
}

/** Null where the browser shows no such documents, or opens no tab: then it is saved as a file. */
export function openPaperTab(waiting: string): PaperTab | null {
  giveBack()
  if (!navigator.pdfViewerEnabled) return null
  const tab = window.open('', '_blank')
  if (!tab) return null
  tab.document.title = waiting
  tab.document.body.style.font = '1.25rem system-ui, sans-serif'
  tab.document.body.style.margin = '20vh auto'
  tab.document.body.style.textAlign = 'center'
  tab.document.body.textContent = waiting
  return {
    show(document) {
      const address = URL.createObjectURL(document)
      shown.set(tab, address)
      tab.location.replace(address)
    },
    close: () => tab.close(),
  }
}

function giveBack(): void {
  for (const [tab, address] of shown) {
    if (!tab.closed) continue
    URL.revokeObjectURL(address)
    shown.delete(tab)
  }
}
