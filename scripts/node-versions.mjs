import { spawnSync } from "node:child_process";
import { ensureBuilt } from "./built.mjs";
import { ensureInstalled } from "./install.mjs";
import { binary, fail, ROOT } from "./process.mjs";
import { runSteps } from "./steps.mjs";

/**
 * The lines of Node.js with long-term support, beside the one that runs this. With --quick the build that is
 * there is used, and only the unit tests of what leans on Node itself run.
 */
const LINES = [24, 26];
const isQuick = process.argv.includes("--quick");
const QUICK_TESTS = ["lib/server/http", "lib/server/vpc-api/client", "lib/server/auth/password"];

/** A package of one binary, which npm keeps among its own files. */
function nodeOf(line) {
  const name = `node-${process.platform}-${process.arch}@${line}`;
  const { status, stdout } = spawnSync(
    "npx",
    ["--yes", `--package=${name}`, "--", "node", "-p", "process.execPath"],
    { cwd: ROOT, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] },
  );
  if (status !== 0) fail(`Node.js ${line} could not be had from npm (${name}); see above.`);
  return stdout.trim();
}

function stepsOf(line) {
  const node = nodeOf(line);
  const tests = isQuick ? QUICK_TESTS : [];
  return [
    ...(isQuick ? [] : [[`Node.js ${line}: production build`, ["scripts/build.mjs"], node]]),
    [`Node.js ${line}: unit tests`, [binary("vitest"), "run", ...tests], node],
    [`Node.js ${line}: smoke run of the demo`, ["scripts/smoke.mjs"], node],
  ];
}

await ensureInstalled();
await ensureBuilt();
await runSteps(LINES.flatMap(stepsOf));
