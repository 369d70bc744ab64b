import { ensureInstalled } from "./install.mjs";
import { exitWith, fail, runBinary } from "./process.mjs";
import { ensureStrongswan } from "./strongswan.mjs";

/** The tests that bring up tunnels. Where that cannot be they are skipped, but not in CI. */
await ensureInstalled();
const obstacle = await ensureStrongswan();
if (obstacle === null) {
  const args = ["run", "--mode", "tunnels", ...process.argv.slice(2)];
  await exitWith(runBinary("vitest", args));
} else if (process.env.CI) {
  fail(`No tunnels can be brought up here: ${obstacle}.`);
} else {
  console.log(`The tests that bring up tunnels are SKIPPED: ${obstacle}.`);
}
