/** This machine's address on the hall's network: phones cannot resolve names there, so links carry the number. */
import type { NetworkInterfaceInfo } from 'node:os'

/** The first IPv4 address that others can reach; loopback when there is no network. */
export function lanAddress(interfaces: NodeJS.Dict<NetworkInterfaceInfo[]>): string {
  const addresses = Object.values(interfaces).flatMap((each) => each ?? [])
  const reachable = addresses.filter((address) => address.family === 'IPv4' && !address.internal)
  // 169.254.x.x is what a card gives itself when nobody answers; only better than nothing.
  const chosen = reachable.find(({ address }) => !address.startsWith('169.254.')) ?? reachable[0]
  return chosen?.address ?? '127.0.0.1'
}
