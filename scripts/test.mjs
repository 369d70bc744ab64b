import { checkSteps } from "./check-steps.mjs";
import { ensureInstalled } from "./install.mjs";
import { runSteps } from "./steps.mjs";

/** Everything that CI checks. */
await ensureInstalled();
await runSteps([
  ...checkSteps(),
  ["unit tests", ["scripts/unit.mjs"]],
  ["tunnels", ["scripts/tunnels.mjs"]],
  ["production build", ["scripts/build.mjs"]],
  ["end-to-end tests", ["scripts/e2e.mjs"]],
]);
