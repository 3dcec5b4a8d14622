/**
 * A copy of some sources in a temporary folder, for tests that change sources: packages are those of this repository, `@bang-diem/…` is the
 * copy. It never writes anything here.
 */
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { packageFile, root } from '../../scripts/places.mjs'

export class SourceCopy {
  readonly folder: string

  /** `paths` are files and folders of this repository; `workspaces` are those of them that others import by name. */
  constructor(name: string, paths: readonly string[], workspaces: readonly string[]) {
    this.folder = realpathSync(mkdtempSync(join(tmpdir(), `bang-diem-${name}-`)))
    for (const path of paths) {
      mkdirSync(dirname(join(this.folder, path)), { recursive: true })
      cpSync(join(root, path), join(this.folder, path), { recursive: true })
    }
    const packages = join(this.folder, 'node_modules')
    mkdirSync(join(packages, '@bang-diem'), { recursive: true })
    for (const own of readdirSync(join(root, 'node_modules'))) {
      if (own !== '@bang-diem' && !own.startsWith('.')) link(packageFile(own), join(packages, own))
    }
    for (const own of workspaces) link(join(this.folder, own), join(packages, '@bang-diem', own))
  }

  path(...parts: readonly string[]): string {
    return join(this.folder, ...parts)
  }

  /** Replaces a text that must stand exactly once in a file; the answer puts it back. */
  edit(path: string, from: string, to: string): () => void {
    const file = this.path(path)
    const before = readFileSync(file, 'utf8')
    const parts = before.split(from)
    if (parts.length !== 2) throw new Error(`${path} has ${parts.length - 1} times: ${from}`)
    writeFileSync(file, parts.join(to))
    return () => writeFileSync(file, before)
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }
}

/** A junction needs no rights of an administrator on Windows; elsewhere it is a plain link. */
function link(to: string, at: string): void {
  symlinkSync(to, at, 'junction')
}
