/** Loaded into a hub before everything else: writes its process id to a file, since the supervisor tells nobody whom it has started. */
import { renameSync, writeFileSync } from 'node:fs'

const file = process.env.TELL_PID_FILE
if (file === undefined) throw new Error('TELL_PID_FILE names no file')
writeFileSync(`${file}.new`, String(process.pid))
renameSync(`${file}.new`, file)
