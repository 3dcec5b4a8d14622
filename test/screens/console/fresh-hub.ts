/** A real hub on a free port with an empty folder that is thrown away with it. */
import { dataFolder, type HubProcess, startHub } from '../../harness/hub-process.ts'

export interface FreshHub extends HubProcess {
  /** Ends it and removes its folder. */
  end(): Promise<void>
}

export async function freshHub(): Promise<FreshHub> {
  const folder = await dataFolder()
  const hub = await startHub({ dataFolder: folder.path })
  return {
    ...hub,
    async end() {
      if (hub.child.exitCode === null && hub.child.signalCode === null) await hub.stop()
      await folder.remove()
    },
  }
}
