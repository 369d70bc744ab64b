/** What unfolds over the page (Unfolding), while it does. */
export const OPEN_UNFOLDING = "details[open]:has(> .unfolded)";
