/**
 * Ways around the compiler: `any`, casts through `unknown`, what came from outside taken at its word, and errors that vanish.
 */
import ts from 'typescript'
import { only, type Rule } from './rule.ts'
import { nodesOf, problemAt, treeOf } from './syntax.ts'

export const noAny: Rule = (path, text) =>
  nodesOf(treeOf(path, text)).flatMap((node) =>
    node.kind === ts.SyntaxKind.AnyKeyword ? [problemAt(node, 'any switches the compiler off')] : [],
  )

export const noDoubleCast: Rule = (path, text) =>
  nodesOf(treeOf(path, text)).flatMap((node) =>
    ts.isAsExpression(node) && ts.isAsExpression(node.expression) && node.expression.type.getText() === 'unknown'
      ? [problemAt(node, 'a cast through unknown proves nothing')]
      : [],
  )

/** What `JSON.parse` and `response.json()` give is `unknown` until a schema has read it. */
function comesFromOutside(expression: ts.Expression): boolean {
  const inner = ts.isAwaitExpression(expression) ? expression.expression : expression
  if (ts.isParenthesizedExpression(inner)) return comesFromOutside(inner.expression)
  if (!ts.isCallExpression(inner) || !ts.isPropertyAccessExpression(inner.expression)) return false
  return inner.expression.getText() === 'JSON.parse' || inner.expression.name.text === 'json'
}

const trusts: Rule = (path, text) =>
  nodesOf(treeOf(path, text)).flatMap((node) => {
    const [type, expression] =
      ts.isAsExpression(node) || ts.isVariableDeclaration(node)
        ? [node.type, ts.isAsExpression(node) ? node.expression : node.initializer]
        : []
    if (!type || !expression || type.kind === ts.SyntaxKind.UnknownKeyword || !comesFromOutside(expression)) return []
    return [problemAt(node, 'takes what came from outside at its word: read it with a schema')]
  })

export const noBlindTrust = only(/^(?!test\/)/, trusts)

export const noEmptyCatch: Rule = (path, text) =>
  nodesOf(treeOf(path, text)).flatMap((node) => {
    if (ts.isCatchClause(node) && node.block.statements.length === 0) return [problemAt(node, 'lets an error vanish')]
    if (!ts.isCallExpression(node) || !/\.catch$/.test(node.expression.getText())) return []
    const [body] = node.arguments
    const isEmpty = body && ts.isArrowFunction(body) && ts.isBlock(body.body) && body.body.statements.length === 0
    return isEmpty ? [problemAt(node, 'lets an error vanish')] : []
  })
