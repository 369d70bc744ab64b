import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fail, run } from "./process.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

/** The path of a Chromium or Chrome: an installed one, else Playwright's, else Debian's package. */
export async function ensureBrowser() {
  const found = installed() ?? (await playwrights());
  if (found !== null) return found;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    console.log("Installing Debian's Chromium …");
    await run("apt-get", ["update", "-qq"]);
    await run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], {
      DEBIAN_FRONTEND: "noninteractive",
    });
  }
  return (
    installed() ??
    fail(
      "The end-to-end tests need a browser. Install Chromium or Chrome (Debian: apt-get install " +
        "chromium), or run: npx playwright install chromium",
    )
  );
}

function installed() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const candidates = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...candidates, MAC].find(isExecutable) ?? null;
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
