/** How the verifier is given its hash: Node's own on a command line, pure code in a page. */

/** SHA-256 of a UTF-8 text as 64 lower-case hex digits. */
export type Sha256 = (text: string) => string
