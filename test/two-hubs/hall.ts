/**
 * The phones of a hall, as a program of its own: in a real hall they share no processor with the hubs' other pages. Told
 * `{home, contest, phones}` it opens them; it reports each time when all of them are live at one address.
 */
import { Connection } from '@bang-diem/shared/link/connection.ts'
import { openSocket } from '@bang-diem/shared/link/socket-transport.ts'
import * as v from 'valibot'
import { seededEntropy } from '../link/page.ts'
import { realTimers as timers } from '../link/real-time.ts'

const orderSchema = v.object({ home: v.string(), contest: v.string(), phones: v.number() })

/** `at`: the address where everybody is; `known`: every address that all of them know. */
export const reportSchema = v.object({ at: v.string(), known: v.array(v.string()) })

process.once('message', (message) => {
  const { home, contest, phones } = v.parse(orderSchema, message)
  const hall = Array.from({ length: phones }, (_, seed) => {
    const ports = { home, open: openSocket, timers, entropy: seededEntropy(seed + 1) }
    return new Connection({ contest, screen: 'audience' }, ports)
  })
  let told = ''
  setInterval(() => {
    const [first] = hall
    if (!first || !hall.every(({ status }) => status === 'live')) return
    const at = first.addresses[0] ?? ''
    if (!hall.every(({ addresses }) => addresses[0] === at)) return
    const known = first.addresses.filter((address) => hall.every(({ addresses }) => addresses.includes(address)))
    const report = JSON.stringify({ at, known })
    if (report !== told) process.send?.(JSON.parse(report))
    told = report
  }, 20)
})
process.once('disconnect', () => process.exit())
