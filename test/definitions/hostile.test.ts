/** Files that are made to harm whoever opens them, and files that programs write in their own way. */
import { realTimers } from '@bang-diem/server/timers.ts'
import { packed, unpacked } from '@bang-diem/server/workbooks/archive.ts'
import { readUpload } from '@bang-diem/server/workbooks/read-workbook.ts'
import { uploadLimits } from '@bang-diem/server/workbooks/upload-limits.ts'
import { bytesOf } from '@bang-diem/server/workbooks/write-workbook.ts'
import { sheetsOf } from '@bang-diem/shared/contest/workbook/export.ts'
import { describe, expect, test } from 'vitest'
import { goodDefinition } from './good-definition.ts'
import { withFiles } from './zip-files.ts'

const read = (bytes: Buffer, limits: Partial<typeof uploadLimits> = {}) =>
  readUpload(bytes, { ...uploadLimits, ...limits }, realTimers)
const told = async (bytes: Buffer, limits: Partial<typeof uploadLimits> = {}) => {
  const answer = await read(bytes, limits)
  return answer.ok ? [] : answer.problems.map(({ code, cell }) => (cell === undefined ? code : `${cell} ${code}`))
}

/** The good workbook's files, as texts. */
async function filesOfGood(): Promise<Map<string, string>> {
  const files = unpacked(await bytesOf(sheetsOf(goodDefinition(), 'vi')), uploadLimits)
  if (typeof files === 'string') throw new Error(files)
  return new Map([...files].map(([name, content]) => [name, content.toString('utf8')]))
}

/** One of its sheets with other XML; sheet 3 is that of the teams. */
async function withSheet(change: (xml: string) => string, sheet = 'xl/worksheets/sheet3.xml'): Promise<Buffer> {
  const files = await filesOfGood()
  const xml = files.get(sheet)
  if (xml === undefined) throw new Error(`no ${sheet} among ${[...files.keys()].join(', ')}`)
  const changed = change(xml)
  if (changed === xml) throw new Error('nothing was changed')
  files.set(sheet, changed)
  return packed(new Map([...files].map(([name, text]) => [name, Buffer.from(text)])))
}

const megabytes = (count: number) => Buffer.alloc(count * 1024 * 1024, 0x20)

describe('archives', () => {
  test('D-34: a bomb is refused by what it says it unpacks to', async () => {
    const bomb = withFiles([{ name: 'xl/a.xml', content: megabytes(64) }])
    expect(bomb.length).toBeLessThan(100_000)
    expect(await told(bomb)).toEqual(['workbook-too-large'])
  })

  test('D-34: one that lies about it is refused before it is unpacked further than the bound', async () => {
    const bomb = withFiles([{ name: 'xl/a.xml', content: megabytes(64), says: 1000 }])
    expect(unpacked(bomb, uploadLimits)).toBe('too-large')
    expect(await told(bomb)).toEqual(['workbook-too-large'])
  })

  test('D-34: many small ones count together, and so do the names alone', async () => {
    const many = Array.from({ length: 20 }, (_, at) => ({ name: `xl/${at}.xml`, content: megabytes(1), says: 0 }))
    expect(await told(withFiles(many))).toEqual(['workbook-too-large'])
    const names = Array.from({ length: 600 }, (_, at) => ({ name: `xl/${at}.png`, content: Buffer.alloc(0) }))
    expect(await told(withFiles(names))).toEqual(['workbook-too-large'])
  })

  test.each([
    ['encrypted', { flags: 1 }],
    ['of a method that nobody uses', { method: 12 }],
    ['deflated to nothing sensible', { raw: Buffer.from('no deflate at all') }],
    ['said to begin behind the end', { at: 0x7fffffff }],
    ['said to be longer than the file', { packed: 0x7fffffff }],
  ])('D-34: a file in it that is %s is no workbook', async (_, change) => {
    expect(await told(withFiles([{ name: 'xl/workbook.xml', content: Buffer.from('<a/>'), ...change }]))).toEqual([
      'not-a-workbook',
    ])
  })

  test('D-34: an archive of other things, or with broken XML, is no workbook', async () => {
    expect(await told(withFiles([{ name: 'readme.txt', content: Buffer.from('x') }]))).toEqual(['not-a-workbook'])
    expect(await told(withFiles([{ name: 'word/document.xml', content: Buffer.from('<w/>') }]))).toEqual([
      'not-a-workbook',
    ])
    expect(await told(await withSheet((xml) => xml.slice(0, 200)))).toEqual(['not-a-workbook'])
    expect(
      await told(
        await withSheet(
          () => '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>99999</v></c></row></sheetData></worksheet>',
        ),
      ),
    ).toEqual(['not-a-workbook'])
  })

  test('D-34: every cut of a good file is answered and nothing else', async () => {
    const good = await bytesOf(sheetsOf(goodDefinition(), 'vi'))
    for (let part = 1; part < 8; part += 1) {
      expect(await told(good.subarray(0, (good.length * part) >> 3))).toEqual(['not-a-workbook'])
    }
  })

  test('D-34: a file in the old format of Excel is no workbook', async () => {
    expect(await told(Buffer.from('d0cf11e0a1b11ae1'.repeat(40), 'hex'))).toEqual(['not-a-workbook'])
  })
})

describe('sheets', () => {
  const sheet = (rows: string) => `<worksheet><sheetData>${rows}</sheetData></worksheet>`

  test('D-34: a row number beyond all bounds takes no memory from the hub', async () => {
    const far = await withSheet(() => sheet('<row r="999999999"><c r="A999999999"><v>1</v></c></row>'))
    expect(await told(far)).toEqual(['workbook-too-large'])
  })

  test('D-34: too many rows, columns, cells, characters or sheets are refused', async () => {
    const rows = Array.from({ length: 5000 }, (_, at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>1</v></c></row>`)
    expect(await told(await withSheet(() => sheet(rows.join(''))))).toEqual(['workbook-too-large'])
    const wide = await withSheet(() => sheet('<row r="1"><c r="XFD1"><v>1</v></c></row>'))
    expect(await told(wide)).toEqual(['workbook-too-large'])
    const good = await bytesOf(sheetsOf(goodDefinition(), 'vi'))
    expect(await told(good, { cells: 100 })).toEqual(['workbook-too-large'])
    expect(await told(good, { characters: 100 })).toEqual(['workbook-too-large'])
    expect(await told(good, { sheets: 3 })).toEqual(['workbook-too-large'])
    expect(await told(good, { bytesPerUpload: 100 })).toEqual(['workbook-too-large'])
  })

  test('D-34: reading that takes too long is ended', async () => {
    expect(await told(await bytesOf(sheetsOf(goodDefinition(), 'vi')), { readMs: 1 })).toEqual(['workbook-too-large'])
  })

  test('D-34: entities and addresses in the XML are not followed', async () => {
    const laughs =
      '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY e SYSTEM "file:///etc/hostname">]>'
    const answer = await read(await withSheet((xml) => `${laughs}${xml.replace('<sheetData>', '<sheetData>&b;&e;')}`))
    expect(JSON.stringify(answer).length).toBeLessThan(100_000)
  })

  test('D-33: a formula that fails, or was never worked out, is told and not taken for an empty cell', async () => {
    const change = (cell: string) => withSheet((xml) => xml.replace(/<c r="E2"[^>]*?(?:\/>|>.*?<\/c>)/, cell))
    expect(await told(await change('<c r="E2" t="e"><f>1/0</f><v>#DIV/0!</v></c>'))).toEqual(['Đội thi!E2 cell-error'])
    expect(await told(await change('<c r="E2"><f>A1</f></c>'))).toEqual(['Đội thi!E2 cell-error'])
    expect(await told(await change('<c r="E2" t="str"><f>A1</f><v>A</v></c>'))).toEqual([])
  })

  test('D-33: a number that Excel keeps as the float behind it is the number that was typed', async () => {
    const files = await filesOfGood()
    const name = [...files.keys()].find((path) => path.endsWith('sheet7.xml')) ?? ''
    const floats = await withSheet(
      (xml) => xml.replace(/(<c r="E2"[^>]*>)<v>12<\/v>/, '$1<v>12.000000000000002</v>'),
      name,
    )
    expect(await told(floats)).toEqual([])
  })
})

test('D-34: what is packed here is unpacked by the same bytes', () => {
  const files = new Map([['a.xml', Buffer.from('<a/>')]])
  expect(unpacked(packed(files), uploadLimits)).toEqual(files)
})
