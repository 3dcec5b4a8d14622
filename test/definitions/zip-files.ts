/** Zip archives written byte by byte, so that they can say of themselves what is not so. */
import { crc32, deflateRawSync } from 'node:zlib'

export interface ZippedFile {
  readonly name: string
  readonly content: Buffer
  /** What the archive says of it, where that is not the truth. */
  readonly says?: number
  readonly flags?: number
  readonly method?: number
  readonly packed?: number
  readonly at?: number
  /** Instead of the deflated content. */
  readonly raw?: Buffer
}

export function withFiles(files: readonly ZippedFile[]): Buffer {
  const parts: Buffer[] = []
  const entries: Buffer[] = []
  let at = 0
  for (const file of files) {
    const bytes = file.raw ?? deflateRawSync(file.content)
    const name = Buffer.from(file.name)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(file.flags ?? 0, 2)
    fields.writeUInt16LE(file.method ?? 8, 4)
    fields.writeUInt32LE(crc32(file.content), 10)
    fields.writeUInt32LE(file.packed ?? bytes.length, 14)
    fields.writeUInt32LE(file.says ?? file.content.length, 18)
    fields.writeUInt16LE(name.length, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(file.at ?? at, 10)
    parts.push(Buffer.from('PK\u0003\u0004'), fields, name, bytes)
    entries.push(Buffer.from('PK\u0001\u0002\u0014\u0000'), fields, place, name)
    at += 4 + fields.length + name.length + bytes.length
  }
  const list = Buffer.concat(entries)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006')
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, list, end])
}
