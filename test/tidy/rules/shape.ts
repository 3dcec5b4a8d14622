/**
 * How a file looks from afar: it says what it is, fits on a few screens, and its functions fit on one.
 */
import ts from 'typescript'
import { longFiles } from '../long-files.ts'
import type { Rule } from './rule.ts'
import { nodesOf, problemAt, treeOf } from './syntax.ts'

/** Lines of a file: `usual` unless listed with a reason or a list of tests, `most` without exception. Lines of a function: `inFunction`. */
const limits = { usual: 200, most: 300, inFunction: 60 }

/** The first thing in a file is a comment; in a Svelte file it may be the first thing in its script. */
export const headComment: Rule = (path, text) => {
  const start = text.replace(/^#!.*\n/, '').trimStart()
  const inScript = path.endsWith('.svelte') ? start.replace(/^<script[^>]*>\s*/, '') : start
  if (/^(?:\/\*|\/\/|<!--)/.test(start) || /^(?:\/\*|\/\/)/.test(inScript)) return []
  return [{ path, line: 1, says: 'does not begin with a comment that says what it is' }]
}

export const fileSize: Rule = (path, text) => {
  const lines = text.trimEnd().split('\n').length
  if (lines > limits.most) return [{ path, line: 1, says: `has ${lines} lines; the most is ${limits.most}` }]
  const isListed = path in longFiles
  const isTest = /\.(?:test|spec)\.ts$/.test(path)
  if (lines > limits.usual && !isListed && !isTest)
    return [{ path, line: 1, says: `has ${lines} lines: split it, or give a reason in test/tidy/long-files.ts` }]
  if (lines <= limits.usual && isListed) return [{ path, line: 1, says: 'is short now: take it off long-files.ts' }]
  return []
}

/** A test file's `describe` is a chapter, not a function. */
function isChapter(node: ts.Node): boolean {
  return ts.isCallExpression(node.parent) && /^(?:test\.)?describe\b/.test(node.parent.expression.getText())
}

export const functionSize: Rule = (path, text) =>
  nodesOf(treeOf(path, text)).flatMap((node) => {
    if (!ts.isFunctionLike(node) || isChapter(node)) return []
    const lines = node.getText().split('\n').length
    return lines > limits.inFunction ? [problemAt(node, `has ${lines} lines; the most is ${limits.inFunction}`)] : []
  })

/** Whoever imports something sees where it is: no file that only passes others' exports on. */
export const barrels: Rule = (path, text) =>
  nodesOf(treeOf(path, text)).flatMap((node) =>
    ts.isExportDeclaration(node) && node.moduleSpecifier
      ? [problemAt(node, 'passes on what another file exports')]
      : [],
  )
