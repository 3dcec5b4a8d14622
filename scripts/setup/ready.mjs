/**
 * The two states that the other scripts ask for; both are quick and silent when nothing is to be done.
 */
import { buildClients } from './clients.mjs'
import { installPrograms } from './debian.mjs'
import { install } from './install.mjs'
import { pinnedNode } from './pinned-node.mjs'

/** All that a hub needs to serve its pages. Resolves with the path of the pinned Node. */
export async function readyToServe() {
  await install('production')
  const node = pinnedNode()
  await buildClients(node)
  return node
}

/** All that the tests need. Resolves with the path of the pinned Node. */
export async function readyToTest() {
  await install('everything')
  await installPrograms()
  const node = pinnedNode()
  await buildClients(node)
  return node
}
