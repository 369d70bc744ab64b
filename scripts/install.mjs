import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fail, ROOT, run } from "./process.mjs";

const OLDEST = [20, 19];

/** Brings node_modules to what the lockfile says, if it is not there yet. */
export async function ensureInstalled() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
    fail(`Node.js ${OLDEST.join(".")} or newer is needed; this is ${process.versions.node}.`);
  }
  if (isInstalled()) return;
  console.log("Installing the packages of package-lock.json …");
  // Not `npm ci`: npm 11 refuses a lockfile that lacks other platforms' optional packages.
  const flags = ["--no-save", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  if ((await run("npm", ["install", ...flags])) !== 0) {
    fail("npm install failed; its messages are above.");
  }
}

/** Every package of the lockfile is there in its version; other platforms' ones may be absent. */
function isInstalled() {
  const { packages } = readJson(join(ROOT, "package-lock.json"));
  return Object.entries(packages).every(([path, { version, optional }]) => {
    if (path === "" || optional) return true;
    try {
      return readJson(join(ROOT, path, "package.json")).version === version;
    } catch {
      return false;
    }
  });
}

function readJson(path) {
  return JSON.parse(readFileSync(path, "utf8"));
}
