import { existsSync } from "node:fs";
import { run } from "./process.mjs";

const OPTIONS = ["Acquire::http::Timeout=20", "Acquire::https::Timeout=20", "Acquire::Retries=0"];

/** Debian's apt-get, which gives up soon where its servers cannot be reached. Resolves with its status. */
export function aptGet(args, { cwd } = {}) {
  const given = OPTIONS.flatMap((option) => ["-o", option]);
  return run("apt-get", [...given, ...args], { DEBIAN_FRONTEND: "noninteractive" }, cwd);
}

/** Installs packages of Debian, where that is root's to do. Whoever needs them looks whether they are there then. */
export async function installPackages(packages, what) {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;
  console.log(`Installing Debian's ${what} …`);
  const install = ["install", "-y", "-qq", "--no-install-recommends", ...packages];
  const isDone = (await aptGet(install)) === 0;
  // The lists of packages may be old or missing.
  if (!isDone && (await aptGet(["update", "-qq"])) === 0) await aptGet(install);
}
