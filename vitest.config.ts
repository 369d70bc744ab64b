import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { FlakyTests } from "./scripts/flaky-tests.mjs";

const root = fileURLToPath(new URL(".", import.meta.url));

/** Modules without state: their tests share a worker's copy of them, which loads them once and not for each file. */
const STATELESS = ["lib/{vpn,simulator,i18n}/**/*.test.ts", "components/**/*.test.{ts,tsx}"];
const UNIT = ["lib/server/**/*.test.ts", "scripts/*.test.mjs"];

/** Each with a `--mode` of its own, since they need more than Node. Those with tunnels mostly wait for answers. */
const OTHERS: Record<string, string[]> = {
  tunnels: ["e2e/strongswan/*.test.ts"],
  browsers: ["e2e/engines/*.test.ts"],
  replicas: ["e2e/replicas/*.test.ts"],
};

export default defineConfig(({ mode }) => ({
  resolve: {
    alias: {
      "@": root.replace(/\/$/, ""),
      // Outside Next's bundler the guard throws on import; its empty half is what the server sees.
      "server-only": fileURLToPath(
        import.meta.resolve("server-only").replace(/index\.js$/, "empty.js"),
      ),
    },
  },
  test: {
    // Room for a busy machine; no test waits for it. One with tunnels gives up by itself, with both ends' logs.
    testTimeout: mode in OTHERS ? 600_000 : 30_000,
    hookTimeout: mode in OTHERS ? 300_000 : 60_000,
    // As in playwright.config.ts: a busy machine fails no whole run, and a second try is reported.
    retry: mode in OTHERS ? 0 : 1,
    reporters: ["default", new FlakyTests()],
    // By default one processor is left free; but some tests wait, and leave it to others.
    maxWorkers: mode === "tunnels" ? 4 : 3,
    // Each file of those has servers of its own, and measures them.
    fileParallelism: mode !== "replicas",
    // No folder: a test that wants history kept names one of its own.
    env: { TUNNELBOARD_DATA_DIR: "/dev/null/tunnelboard" },
    ...(mode in OTHERS
      ? { include: OTHERS[mode] }
      : {
          projects: [
            { extends: true, test: { name: "stateless", include: STATELESS, isolate: false } },
            // A process for each file takes longer to start than most files take.
            { extends: true, test: { name: "server", include: UNIT, pool: "threads" } },
          ],
        }),
  },
}));
