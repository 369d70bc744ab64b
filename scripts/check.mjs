import { checkSteps } from "./check-steps.mjs";
import { ensureInstalled } from "./install.mjs";
import { runSteps } from "./steps.mjs";

await ensureInstalled();
await runSteps(checkSteps());
