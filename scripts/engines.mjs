import { installPackages } from "./apt-get.mjs";
import { installed } from "./executables.mjs";
import { fail } from "./process.mjs";

const FIREFOX = ["firefox-esr", "firefox"];
const WEBKIT = ["WebKitWebDriver", "Xvfb"];
const WEBKIT_PACKAGES = ["webkit2gtk-driver", "xvfb"];

/** The path of a Firefox. */
export async function ensureFirefox() {
  if (installed(FIREFOX) === null) await installPackages(["firefox-esr"], "Firefox");
  return installed(FIREFOX) ?? fail("Firefox is missing (Debian: apt-get install firefox-esr).");
}

/** WebKitGTK with its driver, and a display without a screen for its window. */
export async function ensureWebkit() {
  if (!hasWebkit()) await installPackages(WEBKIT_PACKAGES, "WebKitGTK");
  if (!hasWebkit()) {
    fail(`WebKit's driver is missing (Debian: apt-get install ${WEBKIT_PACKAGES.join(" ")}).`);
  }
}

function hasWebkit() {
  return WEBKIT.every((name) => installed([name]) !== null);
}
