/**
 * Tests run, all of them: none is skipped, alone or promised for later.
 */
import ts from 'typescript'
import { only, type Rule } from './rule.ts'
import { nodesOf, problemAt, treeOf } from './syntax.ts'

const runners = new Set(['test', 'it', 'describe', 'suite', 'bench'])
const evasions = new Set(['skip', 'only', 'todo', 'fixme', 'fails', 'skipIf', 'runIf'])

/** The name at the start of `test.describe.skip`. */
function rootName(expression: ts.Expression): string {
  return ts.isPropertyAccessExpression(expression) ? rootName(expression.expression) : expression.getText()
}

const evades: Rule = (path, text) =>
  nodesOf(treeOf(path, text)).flatMap((node) => {
    if (!ts.isPropertyAccessExpression(node) || !evasions.has(node.name.text)) return []
    return runners.has(rootName(node)) ? [problemAt(node, `does not always run: ${node.getText()}`)] : []
  })

export const everyTestRuns = only(/^test\/|\.test\.ts$|\.contract\.ts$|\/contract\//, evades)
