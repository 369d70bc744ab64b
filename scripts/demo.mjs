import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { ensureBuilt } from "./built.mjs";
import { ensureInstalled } from "./install.mjs";
import { checkPort } from "./port.mjs";
import { fail, QUIET, ROOT } from "./process.mjs";
import { importTypeScript } from "./typescript.mjs";

const HOST = "127.0.0.1";
const ACCOUNT = { regions: 12, connections: 300, drift: true };
/** Not that of a server which runs in the same checkout. */
const DATA_DIR = join(ROOT, ".demo-data");

await ensureInstalled();
const port = await checkPort(HOST, portOf(process.env.PORT), "npm run demo");
await ensureBuilt();
const { startSimulator } = await importTypeScript("lib/simulator/simulator.ts");
await prepareHistory();
const simulator = await startSimulator(ACCOUNT);
const app = startApp();
if (await answers()) {
  console.log(`\nTunnelboard with simulated data: http://${HOST}:${port}\nCtrl-C ends it.\n`);
}

function portOf(text = "") {
  if (/^\d{0,5}$/.test(text) && Number(text) <= 65_535) return text === "" ? 3000 : Number(text);
  return fail("PORT must be a port number from 0 to 65535.");
}

/** Its first start has 30 simulated days behind it. Without a folder to write to it goes without. */
async function prepareHistory() {
  const args = ["--conditions=react-server", join("scripts", "demo-history.mjs")];
  const child = spawn(process.execPath, [...args, DATA_DIR, JSON.stringify(ACCOUNT)], {
    cwd: ROOT,
    stdio: ["ignore", "ignore", "inherit"],
    env: { PATH: process.env.PATH },
  });
  const [code] = await once(child, "exit");
  if (code !== 0) console.error("The demo starts without a simulated past.");
}

/** Nothing of the shell's account may reach the demo: empty also shields from .env files. */
function demoEnvironment() {
  const foreign = Object.keys(process.env).filter((name) =>
    /^(ALIBABA_|TUNNELBOARD_|OIDC_|APP_URL$|SESSION_SECRET$|DATABASE_URL$)/.test(name),
  );
  return {
    ...process.env,
    ...QUIET,
    ...Object.fromEntries(foreign.map((name) => [name, ""])),
    HOST,
    PORT: String(port),
    TUNNELBOARD_DEMO: "1",
    TUNNELBOARD_DATA_DIR: DATA_DIR,
    TUNNELBOARD_POLL_SECONDS: "",
    TUNNELBOARD_HISTORY_DAYS: "",
    DATABASE_URL: "",
    TUNNELBOARD_REGIONS: "",
    TUNNELBOARD_CACHE_SECONDS: "",
    TUNNELBOARD_USERS_FILE: "",
    TUNNELBOARD_WAIVERS_FILE: "",
    TUNNELBOARD_TRUSTED_PROXIES: "",
    TUNNELBOARD_USER_HEADER: "",
    TUNNELBOARD_METRICS_TOKEN: "",
    OIDC_ISSUER: "",
    OIDC_CLIENT_ID: "",
    OIDC_CLIENT_SECRET: "",
    OIDC_ROLES_CLAIM: "",
    VPC_ENDPOINT: simulator.url,
    ALIBABA_CLOUD_ACCESS_KEY_ID: simulator.accessKeyId,
    ALIBABA_CLOUD_ACCESS_KEY_SECRET: simulator.accessKeySecret,
    ALIBABA_CLOUD_SECURITY_TOKEN: "",
  };
}

function startApp() {
  const launcher = [join("scripts", "start.mjs")];
  const child = spawn(process.execPath, ["--conditions=react-server", ...launcher], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "inherit"],
    env: demoEnvironment(),
  });
  createInterface({ input: child.stdout }).on("line", (line) => {
    if (isWorthSeeing(line)) console.log(line);
  });
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
  child.once("exit", (code) => {
    process.exitCode = code ?? 0;
    void simulator.close();
  });
  return child;
}

/** The log of a healthy server would scroll the address away. */
function isWorthSeeing(line) {
  return line.startsWith("{") && !line.startsWith('{"level":30');
}

/** Whether the app came up; it says itself why not. */
async function answers() {
  while (app.exitCode === null) {
    const response = await fetch(`http://${HOST}:${port}/api/health`).catch(() => null);
    if (response?.ok) return true;
    await sleep(100);
  }
  return false;
}
