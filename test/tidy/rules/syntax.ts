/**
 * The syntax tree of a source file, Svelte files included: there, everything outside `<script>` becomes blank, so that lines stay.
 */
import ts from 'typescript'
import type { Problem } from './rule.ts'

const trees = new Map<string, ts.SourceFile>()

export function treeOf(path: string, text: string): ts.SourceFile {
  const known = trees.get(path)
  const code = path.endsWith('.svelte') ? scriptsAlone(text) : text
  if (known?.text === code) return known
  const kind = path.endsWith('.mjs') ? ts.ScriptKind.JS : ts.ScriptKind.TS
  const tree = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true, kind)
  trees.set(path, tree)
  return tree
}

function scriptsAlone(text: string): string {
  const blank = (part: string) => part.replace(/[^\n]/g, ' ')
  let code = ''
  let end = 0
  for (const match of text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)) {
    const body = match[1] ?? ''
    const start = match.index + match[0].indexOf('>') + 1
    code += blank(text.slice(end, start)) + body
    end = start + body.length
  }
  return code + blank(text.slice(end))
}

const nodes = new WeakMap<ts.SourceFile, readonly ts.Node[]>()

/** Every node below the root, in source order. */
export function nodesOf(tree: ts.SourceFile): readonly ts.Node[] {
  const known = nodes.get(tree)
  if (known) return known
  const found: ts.Node[] = []
  const visit = (node: ts.Node): void => {
    found.push(node)
    ts.forEachChild(node, visit)
  }
  ts.forEachChild(tree, visit)
  nodes.set(tree, found)
  return found
}

export function problemAt(node: ts.Node, says: string): Problem {
  const tree = node.getSourceFile()
  return { path: tree.fileName, line: tree.getLineAndCharacterOfPosition(node.getStart()).line + 1, says }
}
