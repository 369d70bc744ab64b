import "server-only";
import { readerWith } from "@/lib/server/testing/readers";
import { reader } from "@/lib/server/testing/translations";

/** Stands in for the real one, which works within Next only: somebody who sees everything. */
export async function currentReader() {
  return readerWith(["operator"], reader.locale);
}
