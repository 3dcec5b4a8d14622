/** The verifier on the chain of a ledger: what it names when somebody has been at the file. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { linesOf } from '@bang-diem/verifier/lines.ts'
import { describe, expect, test } from 'vitest'
import { root } from '../../scripts/places.mjs'
import { finished, forged, resealed, said, verified } from './forged.ts'
import { fileOf } from './tampering.ts'

const { lines } = finished()
const without = (number: number) => lines.filter((_, index) => index !== number - 1)
const replaced = (number: number, line: string | null) => lines.map((own, index) => (index === number - 1 ? line : own))
const line = (number: number) => lines[number - 1] ?? ''

describe('the verifier', () => {
  test('C-1: imports nothing of what it verifies, and asks nobody anything', () => {
    const files = readdirSync(join(root, 'verifier', 'src'), { recursive: true, encoding: 'utf8' })
    const sources = files.filter((file) => file.endsWith('.ts'))
    expect(sources.length).toBeGreaterThan(20)
    for (const file of sources) {
      const source = readFileSync(join(root, 'verifier', 'src', file), 'utf8')
      expect(source, file).not.toMatch(/@bang-diem\/|\/shared\/|fetch\(|Date\.now|XMLHttpRequest/)
    }
  })

  test('C-2: a ledger that is whole agrees, with its last receipt', () => {
    expect(said(lines)).toMatch(
      /^It agrees: \d+ commits in one unbroken chain, 1 certified table worked out again\. Last commit: \d+-[0-9A-F]{16}\.$/,
    )
    expect(verified(lines)).toMatchObject({ verdict: { outcome: 'agrees' }, commits: lines.length, sheets: 9 })
  })

  test('C-2: C-3: nothing after the first fault is looked at', () => {
    const twice = lines.map((own, index) => (index === 4 || index === 8 ? own.replace('"at":', '"at":1') : own))
    expect(verified(twice)).toMatchObject({ commits: 4, verdict: { fault: { kind: 'changed', number: 5 } } })
  })

  test('C-3: a line that is no commit, or not its canonical text', () => {
    for (const broken of [
      '',
      '{}',
      line(5).slice(0, -3),
      ` ${line(5)}`,
      line(5).replace('{"number":5,', '{"number": 5,'),
      null,
    ]) {
      expect(said(replaced(5, broken))).toBe('Commit 5 cannot be read: the line was changed.')
    }
    expect(said([...lines.slice(0, 4), line(5).slice(0, 40)])).toContain('Commit 5 (the last line) cannot be read')
  })

  test('C-3: a byte that is no text stands in its line', () => {
    const bytes = fileOf(lines)
    bytes[bytes.length - 20] = 0xff
    expect(said(linesOf(bytes))).toContain(`Commit ${lines.length} (the last line) cannot be read`)
  })

  test('C-3: a line that is nested deeper than anything can be written', () => {
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`
    const nested = line(5).replace('"salt":', `"deep":${deep},"salt":`)
    expect(said(replaced(5, nested))).toBe('Commit 5 cannot be read: the line was changed.')
  })

  test('C-3: a time that is on no calendar, in a chain that is whole', () => {
    for (const at of [8.64e15 + 1, -1]) {
      expect(said(resealed(lines, (commit) => [commit.number === 6 ? { ...commit, at } : commit]))).toBe(
        'Commit 6 has a time that is on no calendar.',
      )
    }
  })

  test('C-3: a changed digit', () => {
    expect(said(replaced(6, line(6).replace('"at":', '"at":1')))).toBe(
      'Commit 6 was changed: what it says does not fit its own hash.',
    )
    expect(said(replaced(6, line(6).replace('"at":', '"at":1')), 'vi')).toBe(
      'Bản ghi số 6 đã bị sửa: nội dung không khớp với mã băm của chính nó.',
    )
  })

  test('C-3: a missing commit, and what stands in its place', () => {
    expect(said(without(7))).toBe('Commit 7 is missing: after commit 6 comes commit 8.')
    expect(said(without(1))).toBe('Commit 1 is missing: after commit 0 comes commit 2.')
  })

  test('C-3: commits in another order, and one that is there twice', () => {
    const swapped = replaced(4, line(9)).map((own, index) => (index === 8 ? line(4) : own))
    expect(said(swapped)).toBe('Commit 4 is not in its place: commit 9 stands there. The order was changed.')
    expect(said([...lines.slice(0, 6), line(3), ...lines.slice(6)])).toBe(
      'Commit 7 is not in its place: commit 3 stands there again.',
    )
  })

  test('C-3: a commit of another history, each whole in itself', () => {
    const other = forged(lines, (fact) => (fact.type === 'time-recorded' ? { ...fact, seconds: 301 } : fact))
    const mixed = lines.map((own, index) => (index >= lines.length - 1 ? (other[index] ?? '') : own))
    expect(said(mixed)).toBe(
      `Commit ${lines.length} does not go on from the one before: one of the two is of another ledger, or was made anew.`,
    )
  })

  test('C-3: a file that is empty, and one that begins no contest', () => {
    expect(said([])).toBe('The file is empty: there is no commit in it.')
    const [, second = ''] = lines
    expect(said([second.replace('{"number":2,', '{"number":1,')])).toBe(
      'Commit 1 begins no contest: this is no ledger of Bảng Điểm.',
    )
  })
})

describe('a file that is something else', () => {
  const utf16 = new Uint8Array(new Uint16Array([...`\uFEFF${line(1)}\n`].map((sign) => sign.charCodeAt(0))).buffer)

  test('C-3: what no hub has written is no ledger, and not a changed one', () => {
    for (const bytes of [new Uint8Array([7, 200, 10, 13, 255]), utf16, fileOf(['']), fileOf(['a;b', '1;2'])]) {
      expect(said(linesOf(bytes))).toBe(
        'This file is no ledger of Bảng Điểm, or another program has saved it in another encoding.',
      )
    }
  })

  test('C-3: what another program has saved again says so: a byte order mark, other ends of lines', () => {
    const marked = new Uint8Array([0xef, 0xbb, 0xbf, ...fileOf(lines)])
    const ended = fileOf(lines.map((own) => `${own}\r`))
    expect(said(linesOf(marked))).toContain('The file was saved again by another program (BOM)')
    expect(said(linesOf(ended), 'vi')).toContain('Tệp đã bị chương trình khác lưu lại (CRLF)')
  })

  test('C-3: a ledger whose first line was changed is still a ledger', () => {
    for (const broken of [line(1).slice(1), `${line(1).slice(0, -1)}\r`, '{}']) {
      expect(said(replaced(1, broken))).toBe('Commit 1 cannot be read: the line was changed.')
    }
  })

  test('C-3: the last line may lack its end', () => {
    expect(verified(linesOf(fileOf(lines).slice(0, -1))).verdict).toEqual({ outcome: 'agrees' })
  })
})
