/**
 * Who may import whom. A list of what is allowed: a new layer or package must be written down here before anything can use it.
 * `biome.layers.json` says the most important of it in the editor already.
 */
import { importsOf } from './imports.ts'
import type { Rule } from './rule.ts'
import { problemAt } from './syntax.ts'

interface Layer {
  readonly files: RegExp
  readonly may: RegExp
  readonly never?: RegExp
  readonly because: string
}

const anyPure = 'shared/src/(?:contest|scoring|ledger|rules|views|protocol|language)/'
const stores = /^(?:node:fs(?:\/promises)?|node:sqlite|node:worker_threads|ioredis|redis)$/
const hubPackages = 'valibot|@valibot/to-json-schema|prom-client|uqr|rate-limiter-flexible'
const wire = 'socket\\.io|express|helmet|sirv'

/** The first layer whose files include a path is its layer. */
const layers: readonly Layer[] = [
  {
    files: /\.(?:test|contract)\.ts$|^server\/src\/ledgers\/contract\//,
    may: /./,
    because: 'tests may import anything',
  },
  { files: /^test\//, may: /./, because: 'tests may import anything' },
  { files: /^vitest\.config\.ts$/, may: /^(?:vitest\/config|node:os)$/, because: 'it configures vitest' },
  { files: /^scripts\//, may: /^scripts\/|^node:/, because: 'scripts run before anything is installed' },
  {
    files: /^shared\/src\/scoring\//,
    may: /^shared\/src\/scoring\/|^valibot$/,
    because: 'scoring has an input type of its own and knows nothing around it',
  },
  {
    files: /^shared\/src\/contest\//,
    may: /^shared\/src\/(?:contest|scoring)\/|^valibot$/,
    because: 'a definition stands before any history',
  },
  {
    files: /^shared\/src\/ledger\/evolve/,
    may: /^shared\/src\/(?:ledger|contest)\//,
    because: 'a bug in a formula must not corrupt history',
  },
  {
    files: /^shared\/src\/ledger\//,
    may: /^shared\/src\/(?:ledger|contest|scoring)\/|^valibot$|^@noble\/hashes\//,
    because: 'facts know only the definition and the shapes of results',
  },
  {
    files: /^shared\/src\/rules\//,
    may: /^shared\/src\/(?:rules|ledger|contest|scoring)\/|^valibot$/,
    because: 'rules decide what is announced; showing and wording come after them',
  },
  {
    files: /^shared\/src\/views\/hall\.ts$/,
    may: /^shared\/src\/(?:views|rules|ledger|contest)\/|^valibot$/,
    never: /\/(?:[a-z-]+-)?sheets?[-.]/,
    because: 'the hall sees what was revealed, never a sheet or what could be computed',
  },
  {
    files: /^shared\/src\/views\//,
    may: /^shared\/src\/(?:views|rules|ledger|contest|scoring)\/|^valibot$/,
    because: 'views are values; protocol carries them, language words them',
  },
  {
    files: /^shared\/src\/protocol\//,
    may: /^shared\/src\/(?:protocol|views|rules|ledger|contest|scoring)\/|^valibot$/,
    because: 'protocol carries what the layers below it define',
  },
  { files: /^shared\/src\/language\//, may: new RegExp(`^${anyPure}|^valibot$`), because: 'language is pure' },
  {
    files: /^shared\/src\/link\//,
    may: new RegExp(`^${anyPure}|^shared/src/link/|^(?:svelte|svelte/.+|socket\\.io-client|idb-keyval|valibot)$`),
    because: 'link is the browser’s end of the connection and draws nothing',
  },
  {
    files: /^shared\/src\/look\//,
    may: new RegExp(`^${anyPure}|^shared/src/(?:link|look)/|^(?:svelte|svelte/.+|uqr|@fontsource-variable/.+)$`),
    because: 'look draws, and knows no hub',
  },
  {
    files: /^server\/src\/ledgers\//,
    may: new RegExp(`^server/src/|^${anyPure}|^node:|^(?:valibot|ioredis)$`),
    never: /^server\/src\/(?:hub|committer|feed|seats|sockets|routes|main|config)[-./]/,
    because: 'a ledger keeps lines and knows neither contests nor people',
  },
  {
    files: /^server\/src\/workbooks\//,
    may: new RegExp(
      `^server/src/(?:workbooks/|timers)|^${anyPure}|^node:|^(?:valibot|(?:read|write)-excel-file/(?:node|universal))$`,
    ),
    never: /^(?:node:fs(?:\/promises)?|node:sqlite|ioredis|redis)$/,
    because: 'a workbook is bytes in and a definition out, in a thread of its own',
  },
  {
    files: /^server\/src\/documents\//,
    may: new RegExp(
      `^server/src/(?:documents/|workbooks/(?:escaped|room-for)|ledgers/(?:ledger|verify|errors)|timers|sha256)|^${anyPure}|^node:|^(?:valibot|uqr|pdfmake(?:/.+)?|@expo-google-fonts/.+|write-excel-file/node)$`,
    ),
    never: /^(?:node:sqlite|ioredis|redis)$/,
    because: 'a document is a history in and bytes out, in a process of its own',
  },
  {
    files: /^server\/src\/(?:main|config|environment|organiser-key)\.ts$/,
    may: new RegExp(`^server/src/|^${anyPure}|^node:|^(?:${hubPackages})$`),
    because: 'only sockets.ts and routes.ts know the wire',
  },
  {
    files: /^server\/src\/(?:sockets|routes)[-./]/,
    may: new RegExp(`^server/src/|^${anyPure}|^node:|^(?:${hubPackages}|${wire})$`),
    never: stores,
    because: 'only ledgers know disks and Redis',
  },
  {
    files: /^server\/src\//,
    may: new RegExp(`^server/src/|^${anyPure}|^node:|^(?:${hubPackages})$`),
    never: stores,
    because: 'only sockets.ts and routes.ts know the wire, only ledgers know disks and Redis',
  },
  {
    files: /^verifier\/vite\.config\.ts$/,
    may: /^(?:vite|node:crypto)$/,
    because: 'it configures Vite',
  },
  {
    files: /^verifier\/src\/cli\.ts$/,
    may: /^verifier\/src\/|^node:(?:crypto|fs|util)$/,
    because: 'the verifier shares nothing with what it verifies',
  },
  {
    files: /^verifier\/src\//,
    may: /^verifier\/src\/|^(?:big\.js|valibot)$/,
    because: 'the verifier shares nothing with what it verifies, and runs anywhere',
  },
  {
    files: /^verifier\/page\//,
    may: /^verifier\/(?:page|src)\/(?!cli)|^@noble\/hashes\//,
    because: 'the page is the verifier with a face: it knows no hub',
  },
  ...['judge-client', 'mc-console', 'display'].flatMap((app) => [
    {
      files: new RegExp(`^${app}/vite\\.config\\.ts$`),
      may: /^(?:vite|@sveltejs\/vite-plugin-svelte|node:[a-z]+)$/,
      because: 'it configures Vite',
    },
    {
      files: new RegExp(`^${app}/src/`),
      may: new RegExp(`^${app}/src/|^shared/src/|^(?:svelte|svelte/.+|valibot|idb-keyval)$`),
      because: 'an app knows shared, not the hub or another app, and connects through shared/link',
    },
  ]),
]

export const layerOrder: Rule = (path, text) => {
  const layer = layers.find(({ files }) => files.test(path))
  if (!layer) return [{ path, line: 1, says: 'is in no layer; name it in test/tidy/rules/layers.ts' }]
  return importsOf(path, text)
    .filter(({ target }) => !layer.may.test(target) || layer.never?.test(target))
    .map(({ target, node }) => problemAt(node, `may not import ${target}: ${layer.because}`))
}
