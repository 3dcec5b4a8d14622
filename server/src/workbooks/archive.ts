/**
 * A workbook's file is a zip archive. It is unpacked here with every bound held, and packed anew without compression, so that the library that
 * reads it never meets an archive that somebody else made.
 */
import { crc32, inflateRawSync } from 'node:zlib'
import type { UploadLimits } from './upload-limits.ts'

export type ArchiveLimits = Pick<UploadLimits, 'files' | 'bytesUnpacked'>

/** `broken`: no archive, or a kind of it that no spreadsheet program writes; `too-large`: beyond a bound, by what it says or by what it is. */
export type Unpacked = ReadonlyMap<string, Buffer> | 'broken' | 'too-large'

const END = 0x06054b50
const ENTRY = 0x02014b50
const FILE = 0x04034b50
const END_BYTES = 22
const ENTRY_BYTES = 46
const FILE_BYTES = 30
const LONGEST_COMMENT = 0xffff
const DEFLATED = 8

interface ListedFile {
  readonly name: string
  readonly flags: number
  readonly method: number
  readonly packed: number
  readonly unpacked: number
  readonly at: number
}

/** The texts of a workbook; pictures and whatever else is in it stay packed. */
export function unpacked(archive: Buffer, limits: ArchiveLimits): Unpacked {
  const listed = listedFiles(archive, limits.files)
  if (typeof listed === 'string') return listed
  const texts = listed.filter(({ name }) => /\.(?:xml|rels)$/i.test(name))
  // What it says is believed only where it is too much.
  if (texts.reduce((sum, file) => sum + file.unpacked, 0) > limits.bytesUnpacked) return 'too-large'
  const files = new Map<string, Buffer>()
  let left = limits.bytesUnpacked
  for (const file of texts) {
    const content = contentOf(archive, file, left)
    if (typeof content === 'string') return content
    left -= content.length
    files.set(file.name, content)
  }
  return files
}

function listedFiles(archive: Buffer, most: number): ListedFile[] | 'broken' | 'too-large' {
  const end = archive.length < END_BYTES ? -1 : endOf(archive)
  if (end < 0) return 'broken'
  const count = archive.readUInt16LE(end + 10)
  if (count > most) return 'too-large'
  const files: ListedFile[] = []
  let at = archive.readUInt32LE(end + 16)
  for (let index = 0; index < count; index += 1) {
    if (at + ENTRY_BYTES > archive.length || archive.readUInt32LE(at) !== ENTRY) return 'broken'
    const nameBytes = archive.readUInt16LE(at + 28)
    files.push({
      name: archive.toString('utf8', at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes),
      flags: archive.readUInt16LE(at + 8),
      method: archive.readUInt16LE(at + 10),
      packed: archive.readUInt32LE(at + 20),
      unpacked: archive.readUInt32LE(at + 24),
      at: archive.readUInt32LE(at + 42),
    })
    at += ENTRY_BYTES + nameBytes + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32)
  }
  return files
}

/** Where the end record begins: the last one that is there, behind which only a comment may stand. */
function endOf(archive: Buffer): number {
  const first = Math.max(0, archive.length - END_BYTES - LONGEST_COMMENT)
  for (let at = archive.length - END_BYTES; at >= first; at -= 1) if (archive.readUInt32LE(at) === END) return at
  return -1
}

function contentOf(
  archive: Buffer,
  { flags, method, packed, at }: ListedFile,
  most: number,
): Buffer | 'broken' | 'too-large' {
  const isEncrypted = (flags & 1) === 1
  if (isEncrypted || at + FILE_BYTES > archive.length || archive.readUInt32LE(at) !== FILE) return 'broken'
  const begin = at + FILE_BYTES + archive.readUInt16LE(at + 26) + archive.readUInt16LE(at + 28)
  const bytes = archive.subarray(begin, begin + packed)
  if (method === 0) return bytes.length > most ? 'too-large' : bytes
  return method === DEFLATED ? inflated(bytes, most) : 'broken'
}

function inflated(bytes: Buffer, most: number): Buffer | 'broken' | 'too-large' {
  try {
    return inflateRawSync(bytes, { maxOutputLength: Math.max(1, most) })
  } catch (error) {
    const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined
    return code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'broken'
  }
}

/** The files as an archive without compression. */
export function packed(files: ReadonlyMap<string, Buffer>): Buffer {
  const parts: Buffer[] = []
  const entries: Buffer[] = []
  let at = 0
  for (const [name, content] of files) {
    const called = Buffer.from(name)
    const sum = crc32(content)
    const head = Buffer.alloc(FILE_BYTES)
    head.writeUInt32LE(FILE, 0)
    head.writeUInt32LE(sum, 14)
    head.writeUInt32LE(content.length, 18)
    head.writeUInt32LE(content.length, 22)
    head.writeUInt16LE(called.length, 26)
    const entry = Buffer.alloc(ENTRY_BYTES)
    entry.writeUInt32LE(ENTRY, 0)
    // The same fields as in the head, two bytes further on.
    head.copy(entry, 16, 14, 28)
    entry.writeUInt32LE(at, 42)
    parts.push(head, called, content)
    entries.push(entry, called)
    at += FILE_BYTES + called.length + content.length
  }
  const list = Buffer.concat(entries)
  const end = Buffer.alloc(END_BYTES)
  end.writeUInt32LE(END, 0)
  end.writeUInt16LE(files.size, 8)
  end.writeUInt16LE(files.size, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, list, end])
}
