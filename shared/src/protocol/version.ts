/** The version of the wire, sent in the handshake. It changes only together with a line in `docs/protocol.md`. */
export const protocolVersion = 1
