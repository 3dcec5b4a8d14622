/** A hub of its own for one measurement, on a data folder that is thrown away. */
import { dataFolder, type HubProcess, startHub } from '../harness/hub-process.ts'

export async function withHub<T>(measure: (hub: HubProcess, pid: number) => Promise<T>): Promise<T> {
  const folder = await dataFolder()
  const hub = await startHub({ dataFolder: folder.path })
  try {
    if (hub.child.pid === undefined) throw new Error('the hub has no process')
    return await measure(hub, hub.child.pid)
  } finally {
    await hub.stop()
    await folder.remove()
  }
}
