/** `npm run verify` as people use it, and the page as the hub offers it and as it lies on a stick. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { footOf, receiptOf } from '@bang-diem/verifier/chain.ts'
import { linesOf } from '@bang-diem/verifier/lines.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { root, toolEntry } from '../../scripts/places.mjs'
import { runQuietly } from '../../scripts/setup/child.mjs'
import { nodeFlags, pinnedNode } from '../../scripts/setup/pinned-node.mjs'
import { contest, type Live, startLive } from '../hub/live.ts'
import { finished, verified } from './forged.ts'
import { fileOf } from './tampering.ts'

const { lines } = finished()
const head = verified(lines).sealed.at(-1) ?? { number: 0, hash: '' }
const certification = `Bản ghi ${footOf(head)}: xác nhận kết quả vòng “Chung kết”, lần 1. Mã băm: ${head.hash}`
let folder: string
let live: Live

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bang-diem-verify-'))
  writeFileSync(join(folder, 'so-ghi.jsonl'), fileOf(lines))
  writeFileSync(join(folder, 'thieu.jsonl'), fileOf(lines.filter((_, index) => index !== 6)))
  writeFileSync(join(folder, 'trong.jsonl'), '')
  writeFileSync(join(folder, 'anh.jsonl'), new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10, 0]))
  writeFileSync(join(folder, 'bom.jsonl'), new Uint8Array([0xef, 0xbb, 0xbf, ...fileOf(lines)]))
  live = await startLive()
})

afterAll(async () => {
  await live.close()
  rmSync(folder, { recursive: true })
})

async function ran(...args: readonly string[]): Promise<string> {
  const given = args.map((arg) => (arg.endsWith('.jsonl') ? join(folder, arg) : arg))
  const { code, printed } = await runQuietly(pinnedNode(), [...nodeFlags, toolEntry('verify'), ...given])
  return `${code} ${printed.trim()}`
}

describe('the command line', () => {
  test('C-8: one line in the language of the contest, one for each certification with its whole hash, and 0 when everything agrees', async () => {
    expect(await ran('so-ghi.jsonl')).toBe(
      `0 Khớp: ${lines.length} bản ghi nối tiếp nhau nguyên vẹn, 1 lần xác nhận kết quả đều tính lại đúng. Bản ghi cuối: ${footOf(head)}.\n${certification}`,
    )
    expect(await ran('so-ghi.jsonl', '--language', 'en')).toContain('0 It agrees: ')
  })

  test('C-8: 1 and the fault when something does not; 2 when there is nothing to check', async () => {
    expect(await ran('thieu.jsonl')).toBe('1 Bản ghi số 7 bị thiếu: sau bản ghi số 6 là bản ghi số 8.')
    expect(await ran('khong-co.jsonl')).toMatch(/^2 Không đọc được tệp /)
    expect(await ran()).toMatch(/^2 Cách dùng: .*\nUsage: /)
    expect(await ran('so-ghi.jsonl', '--language', 'fr')).toMatch(/^2 /)
  })

  test('C-8: 2 for a file that is empty or no ledger at all, 1 for one that was saved again', async () => {
    expect(await ran('trong.jsonl')).toBe('2 Tệp trống: không có bản ghi nào.')
    expect(await ran('anh.jsonl')).toMatch(/^2 Tệp này không phải là sổ ghi của Bảng Điểm/)
    expect(await ran('bom.jsonl')).toMatch(/^1 Tệp đã bị chương trình khác lưu lại \(BOM\)/)
  })

  test('C-8: a receipt that somebody holds is there, or it is not, also in a ledger that is broken', async () => {
    const receipt = receiptOf(head)
    expect(await ran('so-ghi.jsonl', '--receipt', receipt.toLowerCase())).toMatch(/^0 .*\n.*\nCó biên nhận /)
    expect(await ran('so-ghi.jsonl', '--receipt', head.hash)).toMatch(/^0 .*\n.*\nCó biên nhận /)
    expect(await ran('so-ghi.jsonl', '--receipt', '999-ABCD')).toMatch(/^1 .*\n.*\nKhông có biên nhận 999-ABCD/)
    expect(await ran('thieu.jsonl', '--receipt', receipt)).toMatch(/^1 .*\nChưa rõ có biên nhận /)
  })
})

test('C-2: what a hub exports is verified as it is', async () => {
  const headers = { authorization: `Bearer ${live.hub.organiserKey}` }
  const response = await fetch(`${live.hub.url}/api/contests/${contest}/ledger`, { headers })
  const exported = verified(linesOf(new Uint8Array(await response.arrayBuffer())))
  expect(exported.verdict).toEqual({ outcome: 'agrees' })
  expect(exported.definition?.id).toBe(contest)
  expect(exported.commits).toBeGreaterThan(0)
})

describe('the page', () => {
  test('C-10: is one file that allows its own script and style and no request at all', () => {
    const page = readFileSync(join(root, 'verifier', 'dist', 'bang-diem-verifier.html'), 'utf8')
    expect(page).toMatch(/<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'sha256-/)
    expect(page.match(/<script/g)).toHaveLength(1)
    expect(page).not.toMatch(
      /<script[^>]+src=|<link[^>]+stylesheet|@import|crypto\.subtle|\bfetch\(|https?:\/\/(?!www\.w3\.org)/,
    )
  })

  test('C-10: anybody gets it from the hub, under a policy that lets it run', async () => {
    const response = await fetch(`${live.hub.url}/verifier.html`)
    expect(response.headers.get('content-security-policy')).toBe("frame-ancestors 'self'")
    expect(response.headers.get('content-type')).toContain('text/html')
    expect(await response.text()).toBe(readFileSync(join(root, 'verifier', 'dist', 'bang-diem-verifier.html'), 'utf8'))
  })
})
