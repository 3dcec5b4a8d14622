/** Reads a file and verifies it in slices, so that the page goes on answering. No request is made, and nothing is kept. */
import { sha256 as digest } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { linesOf } from '../src/lines.ts'
import type { Verified } from '../src/verified.ts'
import { Verification } from '../src/verify.ts'

/** How long the page may not answer, in ms. */
const SLICE_MS = 40

const sha256 = (text: string) => bytesToHex(digest(utf8ToBytes(text)))

/** `onProgress` is told how much is done, from 0 to 1. */
export async function check(file: Blob, onProgress: (done: number) => void): Promise<Verified> {
  const verification = new Verification(linesOf(new Uint8Array(await file.arrayBuffer())), sha256)
  let until = performance.now() + SLICE_MS
  while (verification.step()) {
    if (performance.now() < until) continue
    onProgress(verification.progress)
    await new Promise((resolve) => setTimeout(resolve))
    until = performance.now() + SLICE_MS
  }
  return verification.result()
}
