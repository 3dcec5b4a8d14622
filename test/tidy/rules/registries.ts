/**
 * One file and one line: what stands in a folder with a registry is reached from that registry, or it is not there for anybody.
 * Looks at the whole set of sources, unlike the rules of a single file.
 */
import { importsOf } from './imports.ts'
import type { Problem } from './rule.ts'

export type Sources = ReadonlyMap<string, string>

/** Folders that must have a registry once they have files; any other folder with a `registry.ts` is held to it as well. */
const required: Readonly<Record<string, string>> = {
  'shared/src/contest/presets': 'registry.ts',
  'shared/src/scoring/combine': 'registry.ts',
  'shared/src/scoring/outliers': 'registry.ts',
  'shared/src/scoring/overtime': 'registry.ts',
  'shared/src/scoring/placing': 'registry.ts',
  'shared/src/scoring/tie-breaks': 'registry.ts',
  'shared/src/language': 'say.ts',
  'server/src/ledgers': 'registry.ts',
  'server/src/documents': 'registry.ts',
  'display/src/scenes': 'registry.ts',
}

/** Neither is anything that a registry could offer: a test, the types of a package. */
const isTest = (path: string) => /\.(?:test|contract|d)\.ts$|\/contract\//.test(path)

export function unregistered(sources: Sources): Problem[] {
  const found = [...sources.keys()]
    .filter((path) => path.endsWith('/registry.ts'))
    .map((path) => path.replace(/\/[^/]+$/, ''))
  return [...new Set([...Object.keys(required), ...found])].flatMap((folder) => {
    const files = [...sources.keys()].filter((path) => path.startsWith(`${folder}/`) && !isTest(path))
    if (files.length === 0) return []
    const registry = `${folder}/${required[folder] ?? 'registry.ts'}`
    if (!sources.has(registry)) return [{ path: registry, line: 1, says: 'is missing: the folder needs a registry' }]
    const inside = (path: string) => path.startsWith(`${folder}/`)
    const reached = reachedFrom([registry, ...importedFromOutside(folder, sources)], sources, inside)
    return files
      .filter((path) => !reached.has(path))
      .map((path) => ({ path, line: 1, says: `is not named in ${registry}` }))
  })
}

/** What others use by its own name needs no registry, such as a port's error classes. */
function importedFromOutside(folder: string, sources: Sources): string[] {
  const outside = [...sources].filter(
    ([path]) => !path.startsWith(`${folder}/`) && !/^test\//.test(path) && !isTest(path),
  )
  const targets = outside.flatMap(([path, text]) => importsOf(path, text).map(({ target }) => target))
  return targets.filter((target) => target.startsWith(`${folder}/`))
}

/** Files that can be reached by imports from the first ones, within `inside`; those included. */
function reachedFrom(first: readonly string[], sources: Sources, inside: (path: string) => boolean): Set<string> {
  const reached = new Set(first)
  for (const path of reached) {
    const text = sources.get(path)
    if (text === undefined) continue
    for (const { target } of importsOf(path, text)) if (inside(target)) reached.add(target)
  }
  return reached
}

/** Files about sheets, and scoring but for its plain numbers, which know no marks. */
const secret = /^shared\/src\/scoring\/(?!(?:exact|rounding|texts)\.ts)|\/(?:[a-z-]+-)?sheets?[-.]/

/** The hall's view, and every view that it is made with, reach neither scoring nor sheets. */
export function hallSecrets(sources: Sources): Problem[] {
  const hall = 'shared/src/views/hall.ts'
  const views = reachedFrom([hall], sources, (path) => path.startsWith('shared/src/views/'))
  return [...views].flatMap((path) =>
    importsOf(path, sources.get(path) ?? '')
      .filter(({ target }) => secret.test(target))
      .map(({ target }) => ({ path, line: 1, says: `brings ${target} into the hall's view` })),
  )
}
