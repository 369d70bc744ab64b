import "server-only";

/** How long the first HTML waits for its rows. */
export const INITIAL_DATA_TIMEOUT_MS = 4_000;

/** Regions come in one by one, so the first HTML need not wait for the last. */
export const ALL_REGIONS_TIMEOUT_MS = 1_500;

/** History is in a database close by; a page is not worth waiting for one that is slow. */
export const HISTORY_TIMEOUT_MS = 1_000;
