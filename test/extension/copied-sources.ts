/**
 * A copy of the sources that rules are made of, in a temporary folder: rules are added to it as a contributor would, and programs are run in
 * it. Packages are those of this repository, `@bang-diem/…` is the copy. It never writes anything here.
 */
import { spawn } from 'node:child_process'
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import * as v from 'valibot'
import { packageFile, root } from '../../scripts/places.mjs'
import { runQuietly } from '../../scripts/setup/child.mjs'
import { nodeFlags, pinnedNode } from '../../scripts/setup/pinned-node.mjs'
import { SourceCopy } from '../harness/source-copy.ts'
import { type Change, changesBetween } from './changes.ts'
import { type Answer, answersSchema, type Question } from './question.ts'

const witness = relative(root, fileURLToPath(new URL('./witness.ts', import.meta.url)))

/** What the copy consists of: of the hub only the file that makes a JSON schema of the definition's. */
const copied = [
  'package.json',
  'tsconfig.base.json',
  'shared',
  'server/package.json',
  'server/src/routes/definition-schema.ts',
  'test/package.json',
  'test/extension/question.ts',
  witness,
]

const scoring = 'shared/src/scoring'

export class CopiedSources {
  readonly #copy = new SourceCopy('extension', copied, ['shared', 'server'])
  readonly #node = pinnedNode()
  readonly #before: ReadonlyMap<string, string>

  constructor() {
    this.#before = this.#texts()
  }

  /** One file into the registry's folder, as it stands here, and one entry into the registry. */
  add({ folder, file, name }: { folder: string; file: string; name: string }): void {
    const place = join(this.#copy.folder, scoring, folder)
    cpSync(new URL(`./made-up/${file}`, import.meta.url), join(place, file))
    const registry = join(place, 'registry.ts')
    writeFileSync(registry, withEntry(readFileSync(registry, 'utf8'), file, name))
  }

  /** What is different from the sources that were copied. */
  changes(): Change[] {
    return changesBetween(this.#before, this.#texts())
  }

  async ask(questions: readonly Question[]): Promise<Answer[]> {
    const program = join(this.#copy.folder, witness)
    const child = spawn(this.#node, [...nodeFlags, program], { stdio: ['pipe', 'pipe', 'inherit'], windowsHide: true })
    child.stdin.end(JSON.stringify(questions))
    return v.parse(answersSchema, JSON.parse(await text(child.stdout)))
  }

  /** What the compiler has to say about the copy; empty: nothing. */
  async typeErrors(): Promise<string> {
    const args = [packageFile('typescript', 'bin', 'tsc'), '--noEmit', '-p', join(this.#copy.folder, 'shared')]
    const { code, printed } = await runQuietly(this.#node, args, { cwd: this.#copy.folder })
    return code === 0 ? '' : printed || `the compiler ended with ${code}`
  }

  remove(): void {
    this.#copy.remove()
  }

  /** The sources by path, with `/`. */
  #texts(): ReadonlyMap<string, string> {
    const files = ['shared', 'server', 'test']
      .flatMap((part) => readdirSync(join(this.#copy.folder, part), { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
    const pathOf = (file: string) => relative(this.#copy.folder, file).split(sep).join('/')
    return new Map(files.map((file) => [pathOf(file), readFileSync(file, 'utf8')]))
  }
}

/** The registry with the import in its alphabetical place and the entry at the end of the list. */
function withEntry(registry: string, file: string, name: string): string {
  const own = `import { ${name} } from './${file}'\n`
  const imports = [...registry.matchAll(/^import .* from '\.\/(.+)'\n/gm)]
  const next = imports.find(([, path = '']) => path > file)
  const last = imports.at(-1)
  if (last === undefined) throw new Error('the registry imports nothing from its folder')
  const at = next?.index ?? last.index + last[0].length
  const imported = registry.slice(0, at) + own + registry.slice(at)
  return imported.replace(/(export const \w+ = \[[^\]]*?)(,?\n?)\] as const/, (_, list: string, end: string) =>
    end.endsWith('\n') ? `${list},\n  ${name},\n] as const` : `${list}, ${name}] as const`,
  )
}
