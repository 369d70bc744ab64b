import { CHECKS } from "./check-steps.mjs";
import { ensureInstalled } from "./install.mjs";
import { ensurePostgres } from "./postgres.mjs";
import { run, runBinary } from "./process.mjs";
import { runSteps } from "./steps.mjs";

async function unitTests() {
  await ensurePostgres();
  return runBinary("vitest", ["run"]);
}

/** Everything that CI checks. */
await ensureInstalled();
await runSteps([
  ...CHECKS,
  ["unit tests", unitTests],
  ["tunnels", () => run(process.execPath, ["scripts/tunnels.mjs"])],
  ["production build", () => run(process.execPath, ["scripts/build.mjs"])],
  ["end-to-end tests", () => run(process.execPath, ["scripts/e2e.mjs"])],
]);
