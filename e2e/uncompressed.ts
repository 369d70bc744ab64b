/** Asks for bodies as they are: to compress and unpack them costs more than to send them to the same machine. */
export const UNCOMPRESSED = { "accept-encoding": "identity" };
