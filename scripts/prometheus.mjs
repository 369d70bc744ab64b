import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { aptGet } from "./apt-get.mjs";
import { installed, isExecutable } from "./executables.mjs";
import { ROOT, run } from "./process.mjs";

const UNPACKED = join(ROOT, "node_modules", ".cache", "tunnelboard", "prometheus");

const MISSING =
  "No prometheus and promtool here, and Debian's cannot be had: the tests that need them are SKIPPED. " +
  "Install the package prometheus to run them.";

/**
 * The paths of Prometheus and its promtool: those that are installed, else Debian's. The package is unpacked
 * (19 MB to load, 96 MB on disk) and not installed, since that would start a server on this machine. Null
 * where this is no Debian, or its servers cannot be reached.
 */
export async function ensurePrometheus() {
  const found = pair(installed) ?? pair(unpacked) ?? (await unpack());
  if (found === null) console.log(MISSING);
  return found;
}

function pair(find) {
  const [prometheus, promtool] = [find(["prometheus"]), find(["promtool"])];
  return prometheus === null || promtool === null ? null : { prometheus, promtool };
}

function unpacked([name]) {
  const path = join(UNPACKED, "usr", "bin", name);
  return isExecutable(path) ? path : null;
}

async function unpack() {
  if (!existsSync("/usr/bin/apt-get") || !existsSync("/usr/bin/dpkg-deb")) return null;
  console.log("Fetching Debian's prometheus for the tests of the metrics …");
  mkdirSync(dirname(UNPACKED), { recursive: true });
  const folder = mkdtempSync(`${UNPACKED}-`);
  const file = (await download(folder)) ? readdirSync(folder)[0] : undefined;
  const whole = join(folder, "whole");
  const isWhole =
    file !== undefined && (await run("dpkg-deb", ["-x", join(folder, file), whole])) === 0;
  // Whoever has been quicker has unpacked the same.
  if (isWhole && !existsSync(UNPACKED)) renameSync(whole, UNPACKED);
  rmSync(folder, { recursive: true });
  return pair(unpacked);
}

async function download(cwd) {
  // Root's apt would warn that its own user cannot write to our folder.
  const args = ["-o", "APT::Sandbox::User=root", "download", "-qq", "prometheus"];
  if ((await aptGet(args, { cwd })) === 0) return true;
  // The lists of packages may be old or missing, and are root's to load.
  if (process.getuid?.() !== 0 || (await aptGet(["update", "-qq"])) !== 0) return false;
  return (await aptGet(args, { cwd })) === 0;
}
