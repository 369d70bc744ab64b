import { installPackages } from "./apt-get.mjs";
import { installed, isExecutable } from "./executables.mjs";
import { fail } from "./process.mjs";

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

/** 64 MB to load, 224 MB on disk. Null where it cannot be had. */
async function installShell() {
  await installPackages([SHELL], SHELL);
  return installed([SHELL]);
}

async function playwrights() {
  const { chromium } = await import("playwright");
  return isExecutable(chromium.executablePath()) ? chromium.executablePath() : null;
}
