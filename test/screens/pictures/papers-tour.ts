/** The first page of every paper of a certified final, and the verifier with its ledger on it. */
import { expect } from '../../e2e/patience.ts'
import type { Venue } from '../../e2e/venue.ts'
import { type Album, sizes } from './album.ts'
import { showOf } from './contest.ts'

const papers = [
  'rules.pdf',
  'score-sheets-blank.pdf?round=tieu-pham',
  'score-sheets.pdf?round=tieu-pham',
  'round-totals.pdf?round=tieu-pham',
  'summary.pdf',
  'explanations.pdf',
  'minutes.pdf',
]

export async function papersTour(venue: Venue, album: Album): Promise<void> {
  const show = await showOf(venue, 'giay-to')
  await show.playTo('tieu-pham/standings')
  await show.cast.judges.get('gk1')?.must({ type: 'certify', stage: 'chung-ket' })
  show.cast.close()
  const fetched = async (path: string) => {
    const headers = { authorization: `Bearer ${venue.organiserKey}` }
    const response = await fetch(new URL(`/api/contests/giay-to/${path}`, venue.url), { headers })
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`)
    return Buffer.from(await response.arrayBuffer())
  }
  for (const paper of papers) {
    album.takePaper(await fetched(`documents/${paper}`), `paper-${paper.replace(/\.pdf.*$/, '')}`)
  }
  const page = await venue.device('laptop')
  await page.goto(`${venue.address}/verifier.html`)
  const ledger = { name: 'giay-to.jsonl', mimeType: 'application/jsonl', buffer: await fetched('ledger') }
  await page.setInputFiles('input[type=file]', ledger)
  await expect(page.locator('#verdict')).toBeVisible()
  await album.take(page, 'verifier', [...sizes.laptop, ...sizes.phones])
}
