/** The pages: the three built clients under their addresses, the landing page, the verifier, and the headers that all of them carry. */
import { join } from 'node:path'
import type { Express } from 'express'
import helmet from 'helmet'
import sirv from 'sirv'
import type { Hub } from '../hub.ts'
import { landingPage } from './landing.ts'

/** Address → folder of the workspace that is built for it. */
const clients = { judge: 'judge-client', console: 'mc-console', display: 'display' } as const

/** Built assets carry a hash in their names and never change. */
const forever = 'public, max-age=31536000, immutable'

/**
 * Headers that also work on plain HTTP at an IP address: nothing may ask for an upgrade to HTTPS there, or the page stays blank on
 * every machine but the one that tests with `localhost`.
 */
export function addHeaders(app: Express, secure: boolean): void {
  app.disable('x-powered-by')
  app.use(
    helmet({
      strictTransportSecurity: secure,
      crossOriginOpenerPolicy: secure,
      originAgentCluster: secure,
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'self'"],
          styleSrc: ["'self'", "'unsafe-inline'"],
          imgSrc: ["'self'", 'data:'],
          mediaSrc: ["'self'", 'data:', 'blob:'],
          fontSrc: ["'self'", 'data:'],
          connectSrc: ["'self'", 'ws:', 'wss:', 'http:', 'https:'],
          objectSrc: ["'none'"],
          baseUri: ["'self'"],
          frameAncestors: ["'self'"],
        },
      },
    }),
  )
}

/** `root` is the folder that holds the workspaces. */
export function addPages(app: Express, root: string, hub: Hub): void {
  for (const [address, workspace] of Object.entries(clients)) {
    const serve = sirv(join(root, workspace, 'dist'), {
      etag: true,
      gzip: true,
      brotli: true,
      setHeaders: (response, path) => {
        response.setHeader('Cache-Control', path.includes('/assets/') ? forever : 'no-cache')
      },
    })
    app.use(`/${address}`, serve)
  }
  app.get('/verifier.html', (_, response) => {
    // The page carries a stricter policy of its own, which holds wherever it is kept; `frame-ancestors` can stand in a header alone.
    response.set({ 'Content-Security-Policy': "frame-ancestors 'self'", 'Cache-Control': 'no-cache' })
    response.sendFile(join(root, 'verifier', 'dist', 'bang-diem-verifier.html'))
  })
  app.get('/', (request, response) => {
    const language = request.acceptsLanguages('vi', 'en') === 'en' ? 'en' : 'vi'
    response.type('html').setHeader('Cache-Control', 'no-cache').send(landingPage(hub, language))
  })
}
