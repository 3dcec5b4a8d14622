/**
 * Loaded into a hub before everything else: its wall clock is ahead of the machine's by as many ms as a file says at the moment. The
 * machine's own clock is left alone, and so is the monotonic one, as when somebody sets a laptop's time.
 */
import { readFileSync } from 'node:fs'

const file = process.env.CLOCK_AHEAD_FILE
if (file === undefined) throw new Error('CLOCK_AHEAD_FILE names no file')
const machineNow = Date.now
Date.now = () => machineNow() + Number(readFileSync(file, 'utf8'))
