import "server-only";

/** Which database the tests of history use: a file of their own each, or a server that their file has started. */
export const engine: { isServer: boolean; url: string } = { isServer: false, url: "" };
