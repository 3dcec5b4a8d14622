/**
 * What shared code may not touch: the platform, in its pure part, and whatever exists only in a secure context, anywhere in a browser.
 */
import ts from 'typescript'
import { declaredName } from './names.ts'
import { banned, only, type Rule, withoutComments } from './rule.ts'
import { nodesOf, problemAt, treeOf } from './syntax.ts'

const platform = new Set([
  ...['Date', 'performance', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'requestAnimationFrame'],
  ...['crypto', 'console', 'fetch', 'process', 'globalThis', 'window', 'document', 'navigator', 'location'],
  ...['localStorage', 'sessionStorage', 'indexedDB', 'WebSocket', 'BroadcastChannel', 'Buffer'],
])

/** `team.process` and `{ process: 1 }` name a property, not the platform. */
function isPropertyName(node: ts.Identifier): boolean {
  const { parent } = node
  return (
    (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
    (ts.isPropertyAssignment(parent) && parent.name === node) ||
    (ts.isPropertySignature(parent) && parent.name === node)
  )
}

const touchesPlatform: Rule = (path, text) => {
  const nodes = nodesOf(treeOf(path, text))
  const own = new Set(nodes.map((node) => declaredName(node)?.getText()))
  return nodes.flatMap((node) => {
    if (ts.isPropertyAccessExpression(node) && node.getText() === 'Math.random')
      return [problemAt(node, 'is not pure: Math.random')]
    if (!ts.isIdentifier(node) || !platform.has(node.text) || own.has(node.text) || isPropertyName(node)) return []
    return [problemAt(node, `is not pure: ${node.text}`)]
  })
}

/** No clock, random, input or output: they are parameters. */
export const purity = only(/^shared\/src\/(?!link\/|look\/)|^verifier\/src\/(?!cli\.ts)/, touchesPlatform)

const secureOnly =
  /\bcrypto\s*\.\s*subtle\b|\brandomUUID\b|\bnavigator\s*\.\s*(?:locks|clipboard|serviceWorker|mediaDevices|share|storage)\b/g

const needsSecureContext = banned(
  secureOnly,
  (found) => `needs a secure context, which a venue's Wi-Fi is not: ${found}`,
)

const wakesUnasked = banned(/\bwakeLock\b/g, () => 'a wake lock needs a secure context: ask whether it is there first')

/** A venue's Wi-Fi is plain HTTP on an IP address: there, these do not exist. A wake lock may be taken where a file asks for it first. */
export const plainHttp = only(/^(?:shared|judge-client|mc-console|display|verifier)\//, (path, text) => {
  const code = withoutComments(text)
  const asksFirst = code.includes("'wakeLock' in navigator")
  return [...needsSecureContext(path, code), ...(asksFirst ? [] : wakesUnasked(path, code))]
})
