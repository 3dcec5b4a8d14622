/**
 * Names that say nothing are not used, in identifiers that the file declares and in file names.
 */
import ts from 'typescript'
import type { Problem, Rule } from './rule.ts'
import { nodesOf, problemAt, treeOf } from './syntax.ts'

/** Anywhere in a name. */
const empty = /^(?:infos?|managers?|helpers?|utils?|utilit(?:y|ies)|services?|handlers?|handle)$/

function saysNothing(name: string): boolean {
  const words = name
    .split(/(?<=[a-z0-9])(?=[A-Z])|[^A-Za-z0-9]+/)
    .map((word) => word.toLowerCase())
    .filter((word) => word !== '')
  // `dataFolder` and `childProcess` say something, `teamData` and `processMark` do not.
  return words.some((word) => empty.test(word)) || words.at(-1) === 'data' || words[0] === 'process'
}

/** The name that a node gives to something, if it declares anything. */
export function declaredName(node: ts.Node): ts.Node | undefined {
  if (ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isBindingElement(node)) return node.name
  if (ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node) || ts.isMethodDeclaration(node)) return node.name
  if (ts.isPropertyDeclaration(node) || ts.isPropertySignature(node) || ts.isMethodSignature(node)) return node.name
  if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return node.name
  return ts.isImportSpecifier(node) && node.propertyName ? node.name : undefined
}

export const names: Rule = (path, text) => {
  const declared = nodesOf(treeOf(path, text)).flatMap((node): Problem[] => {
    const name = declaredName(node)
    if (!name || !(ts.isIdentifier(name) || ts.isPrivateIdentifier(name)) || !saysNothing(name.text)) return []
    return [problemAt(name, `the name ${name.text} says nothing`)]
  })
  const files = path.split('/').filter((part) => saysNothing(part.replace(/\..*$/, '')))
  return [...declared, ...files.map((part) => ({ path, line: 1, says: `the file name ${part} says nothing` }))]
}
