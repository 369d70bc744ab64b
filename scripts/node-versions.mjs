import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { ensureBuilt } from "./built.mjs";
import { ensureInstalled } from "./install.mjs";
import { binary, fail, QUIET, ROOT, run } from "./process.mjs";
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

/** Starts the demo, reads a page and its data, and ends it: all without a complaint. */
async function smoke(node) {
  const child = spawn(node, ["scripts/demo.mjs"], {
    cwd: ROOT,
    env: { ...process.env, ...QUIET, PORT: "0" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const complaints = [];
  const exit = once(child, "exit");
  createInterface({ input: child.stderr }).on("line", (line) => complaints.push(line));
  const url = await addressIn(child, complaints);
  if (url !== null) complaints.push(...(await faultsOf(url)));
  child.kill("SIGTERM");
  const [code] = await exit;
  if (code !== 0) complaints.push(`The demo ended with ${code}.`);
  for (const complaint of complaints) console.error(complaint);
  return complaints.length === 0 ? 0 : 1;
}

/** Where the demo says that it is; null when it ends before. */
async function addressIn(child, complaints) {
  for await (const line of createInterface({ input: child.stdout })) {
    if (/"level":[56]0/.test(line)) complaints.push(line);
    const [, url] = /simulated data: (http:\S+)/.exec(line) ?? [];
    if (url !== undefined) {
      child.stdout.resume();
      return url;
    }
  }
  return null;
}

const PAGES = {
  "/": "Tunnelboard",
  "/regions/cn-hangzhou/vpn-connections": "vco-",
  "/api/regions/cn-hangzhou/vpn-connections": '"vpnConnectionId":"vco-',
};

async function faultsOf(url) {
  const faults = [];
  for (const [path, words] of Object.entries(PAGES)) {
    const response = await fetch(url + path);
    const isGood = response.status === 200 && (await response.text()).includes(words);
    if (!isGood) faults.push(`${path} answers ${response.status}, without "${words}".`);
  }
  return faults;
}

function stepsOf(line) {
  const node = nodeOf(line);
  const tests = isQuick ? QUICK_TESTS : [];
  const build = [`Node.js ${line}: production build`, () => run(node, ["scripts/build.mjs"])];
  return [
    ...(isQuick ? [] : [build]),
    [`Node.js ${line}: unit tests`, () => run(node, [binary("vitest"), "run", ...tests])],
    [`Node.js ${line}: smoke run of the demo`, () => smoke(node)],
  ];
}

await ensureInstalled();
await ensureBuilt();
await runSteps(LINES.flatMap(stepsOf));
