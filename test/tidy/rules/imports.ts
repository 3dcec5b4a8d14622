/**
 * What a file imports, and which file of the repository that is.
 */
import { posix } from 'node:path'
import ts from 'typescript'
import { nodesOf, treeOf } from './syntax.ts'

export interface Import {
  /** A path in the repository, or a package's or Node module's name as written. */
  readonly target: string
  readonly node: ts.Node
}

/** Static and dynamic imports, re-exports, and files named as `new URL('./x.ts', import.meta.url)`, such as workers. */
export function importsOf(path: string, text: string): Import[] {
  return nodesOf(treeOf(path, text)).flatMap((node) => {
    const specifier = specifierIn(node)
    return specifier && ts.isStringLiteralLike(specifier) ? [{ target: targetOf(path, specifier.text), node }] : []
  })
}

function specifierIn(node: ts.Node): ts.Expression | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) return node.arguments[0]
  if (!ts.isNewExpression(node) || node.expression.getText() !== 'URL') return undefined
  const [path, base] = node.arguments ?? []
  return base?.getText() === 'import.meta.url' && path && /\.(?:ts|mjs)['"]$/.test(path.getText()) ? path : undefined
}

/** `@bang-diem/shared/x.ts` is `shared/src/x.ts`; relative paths are taken from the importing file. */
function targetOf(path: string, specifier: string): string {
  if (specifier.startsWith('.')) return posix.normalize(posix.join(posix.dirname(path), specifier))
  return specifier.replace(/^@bang-diem\/([a-z-]+)\//, '$1/src/')
}
