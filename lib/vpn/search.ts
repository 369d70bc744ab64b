import { forEachSearchEntry } from "@/lib/vpn/search-entries";
import { searcherOf } from "@/lib/vpn/searcher";

/** Of connections. */
export const { createSearch, prepareForSearch } = searcherOf(forEachSearchEntry);
