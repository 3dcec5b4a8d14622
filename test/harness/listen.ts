/** An HTTP server on a port of this machine alone, for tests that bring their own. */
import type { Server } from 'node:http'

/** Resolves with the port, which the system has chosen. */
export function listen(http: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    http.listen(0, '127.0.0.1', () => {
      const address = http.address()
      if (typeof address === 'object' && address !== null) resolve(address.port)
      else reject(new Error('the server listens on no port'))
    })
  })
}
