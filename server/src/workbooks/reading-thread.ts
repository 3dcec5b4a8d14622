/**
 * Reads one workbook in a thread of its own and says what it found: judges must not wait for a spreadsheet, and one that is made to eat
 * memory or time takes this thread with it and nothing else.
 */

import { parentPort, workerData } from 'node:worker_threads'
import { readWorkbook } from '@bang-diem/shared/contest/workbook/workbook.ts'
import * as v from 'valibot'
import { contentsOf } from './cell-contents.ts'
import { orderSchema } from './messages.ts'

const { bytes, limits } = v.parse(orderSchema, workerData)
const contents = await contentsOf(Buffer.from(bytes), limits)
parentPort?.postMessage(
  contents.ok
    ? readWorkbook(contents.sheets)
    : { ok: false, problems: [{ path: '', code: contents.code, params: {} }] },
)
