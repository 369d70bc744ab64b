import { CHECKS } from "./check-steps.mjs";
import { ensureInstalled } from "./install.mjs";
import { run, runBinary } from "./process.mjs";
import { runSteps } from "./steps.mjs";

/** Everything that CI checks. */
await ensureInstalled();
await runSteps([
  ...CHECKS,
  ["unit tests", () => runBinary("vitest", ["run"])],
  ["production build", () => run(process.execPath, ["scripts/build.mjs"])],
  ["end-to-end tests", () => run(process.execPath, ["scripts/e2e.mjs"])],
]);
