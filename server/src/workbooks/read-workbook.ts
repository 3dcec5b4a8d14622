/** Reads a workbook that somebody sent, away from everything else. It never throws for what was sent: that is told as problems. */
import { Worker } from 'node:worker_threads'
import type { Problem } from '@bang-diem/shared/contest/problems.ts'
import * as v from 'valibot'
import type { Timers } from '../timers.ts'
import { type Answer, answerSchema } from './messages.ts'
import type { UploadLimits } from './upload-limits.ts'

const tooLarge: Problem = { path: '', code: 'workbook-too-large', params: {} }

export function readUpload(bytes: Uint8Array, limits: UploadLimits, timers: Pick<Timers, 'after'>): Promise<Answer> {
  const { bytesPerUpload, megabytes, readMs, ...order } = limits
  if (bytes.length > bytesPerUpload) return Promise.resolve({ ok: false, problems: [tooLarge] })
  const worker = new Worker(new URL('./reading-thread.ts', import.meta.url), {
    workerData: { bytes, limits: order },
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  })
  return new Promise((resolve, reject) => {
    const end = () => {
      cancel()
      void worker.terminate()
    }
    const cancel = timers.after(readMs, () => {
      end()
      resolve({ ok: false, problems: [tooLarge] })
    })
    worker.once('message', (message: unknown) => {
      end()
      resolve(v.parse(answerSchema, message))
    })
    worker.once('error', (error) => {
      end()
      const code: unknown = Reflect.get(error, 'code')
      if (code === 'ERR_WORKER_OUT_OF_MEMORY') resolve({ ok: false, problems: [tooLarge] })
      else reject(error)
    })
  })
}
