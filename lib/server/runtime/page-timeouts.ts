import "server-only";

/** How long the first HTML waits for its rows. */
export const INITIAL_DATA_TIMEOUT_MS = 4_000;

/** Regions come in one by one, so the first HTML need not wait for the last. */
export const ALL_REGIONS_TIMEOUT_MS = 1_500;

/** How long it waits for what stands beside them, such as history: a database that is slow holds up no page. */
export const SECONDARY_TIMEOUT_MS = 1_000;
