/**
 * SHA-256 in pure code, for pages on plain HTTP (no `crypto.subtle` there) and for tests.
 * Hubs pass Node's faster one instead; it never touches the platform.
 */
import { sha256 as digest } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** SHA-256 of the text's UTF-8 bytes, as 64 lower-case hex digits. */
export function sha256(text: string): string {
  return bytesToHex(digest(utf8ToBytes(text)))
}
