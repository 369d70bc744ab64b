import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fail, run } from "./process.mjs";

/** Chromium without its windows: measured here, tests in it take less than half as long as in the whole. */
const SHELL = "chromium-headless-shell";
const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

/** The path of a Chromium or Chrome: Debian's headless shell where it is there or can be had, else any. */
export async function ensureBrowser() {
  const shell = installed([SHELL]) ?? (await installShell());
  return (
    shell ??
    installed(NAMES) ??
    (isExecutable(MAC) ? MAC : null) ??
    (await playwrights()) ??
    fail(
      "The end-to-end tests need a browser. Install Chromium or Chrome (Debian: apt-get install " +
        `${SHELL}), or run: npx playwright install chromium`,
    )
  );
}

/** 64 MB to load, 224 MB on disk. Null where this is no Debian, or not root's to install. */
async function installShell() {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return null;
  console.log(`Installing Debian's ${SHELL} …`);
  const install = ["install", "-y", "-qq", "--no-install-recommends", SHELL];
  const isInstalled = (await aptGet(install)) === 0;
  // The lists of packages may be old or missing.
  if (!isInstalled && (await aptGet(["update", "-qq"])) === 0) await aptGet(install);
  return installed([SHELL]);
}

/** Gives up soon where Debian's servers cannot be reached: another browser may be there. */
function aptGet(args) {
  const options = ["Acquire::http::Timeout=20", "Acquire::https::Timeout=20", "Acquire::Retries=0"];
  const given = options.flatMap((option) => ["-o", option]);
  return run("apt-get", [...given, ...args], { DEBIAN_FRONTEND: "noninteractive" });
}

function installed(names) {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const candidates = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return candidates.find(isExecutable) ?? null;
}

async function playwrights() {
  const { chromium } = await import("playwright");
  return isExecutable(chromium.executablePath()) ? chromium.executablePath() : null;
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
