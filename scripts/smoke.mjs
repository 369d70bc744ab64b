import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { exitWith, QUIET, ROOT } from "./process.mjs";

/** Starts the demo, reads a page and its data, and ends it: all without a complaint. */
async function smoke() {
  const child = spawn(process.execPath, ["scripts/demo.mjs"], {
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

await exitWith(smoke());
