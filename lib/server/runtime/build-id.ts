import "server-only";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { defineSingleton } from "@/lib/server/runtime/singleton";

/**
 * Which build this process serves. Read once: a build that takes its place on the disk is served after a
 * restart only.
 */
export const buildId = defineSingleton("buildId", () => {
  try {
    return readFileSync(
      join(/* turbopackIgnore: true */ process.cwd(), ".next", "BUILD_ID"),
      "utf8",
    );
  } catch {
    // In development there is none.
    return "development";
  }
});
