import { fork } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { end } from "@/e2e/app-server";
import { type App, ROOT, startApp } from "@/scripts/bench/app";
import { buildBareCopy } from "@/scripts/bench/bare-copy";
import { atEnd } from "@/scripts/bench/cleanup";
import { readOverview } from "@/scripts/bench/overview-reading";
import { ACCOUNT, startSimulatorProcess } from "@/scripts/bench/simulator";

/** Questions to a server that holds all regions. `search` ones look at 10,000 connections. */
const QUESTIONS = {
  "list-10": "/api/regions/cn-hangzhou/vpn-connections",
  "list-50": "/api/regions/cn-hangzhou/vpn-connections?pageSize=50",
  "search-address": "/api/vpn-connections?q=10.3.7.9",
  "search-sorted": "/api/vpn-connections?status=down&sort=-name&pageSize=50",
};

export type Duel = {
  name: string;
  question: string;
  bytes: number;
  /** Addresses that answer with the same bytes. */
  ours: string;
  bare: string;
  plain: string;
};

/** One app with its own routes and the bare one, a plain server, and what they are to be asked. */
export async function startContenders(): Promise<Duel[]> {
  const { root, bodies } = await buildBareCopy();
  const simulator = await startSimulatorProcess(ACCOUNT);
  // Nothing is to be read again while it is measured.
  const env = { TUNNELBOARD_CACHE_SECONDS: "3600", BARE_BODIES: bodies };
  const app = await startApp(simulator, { root, env });
  await readOverview(app.url);
  const sizes = await saveAnswers(app, bodies);
  const plain = await startPlain(bodies);
  return Promise.all(
    Object.entries(QUESTIONS).map(async ([name, question]) => {
      const duel = {
        name,
        question,
        bytes: sizes.get(name) ?? 0,
        ours: app.url + question,
        bare: `${app.url}/api/bare/${name}`,
        plain: `${plain}/${name}`,
      };
      await checkSame(duel);
      return duel;
    }),
  );
}

/** Asked twice: first answers are still the reading, second ones are what is held. */
async function saveAnswers({ url }: App, folder: string): Promise<Map<string, number>> {
  const sizes = new Map<string, number>();
  for (const question of Object.values(QUESTIONS)) await bytesOf(url + question);
  for (const [name, question] of Object.entries(QUESTIONS)) {
    const body = await bytesOf(url + question);
    sizes.set(name, body.length);
    writeFileSync(join(folder, name), body);
  }
  return sizes;
}

async function bytesOf(address: string): Promise<Buffer> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answers ${response.status}.`);
  return Buffer.from(await response.arrayBuffer());
}

async function checkSame({ name, ours, bare, plain }: Duel): Promise<void> {
  const [own = Buffer.of(), ...others] = await Promise.all([ours, bare, plain].map(bytesOf));
  if (!others.every((body) => body.equals(own))) throw new Error(`${name}: the bytes differ.`);
}

async function startPlain(folder: string): Promise<string> {
  const child = fork(join(ROOT, "scripts", "bench", "plain-server.mjs"), [folder]);
  atEnd(() => end(child));
  const [{ port }] = await once(child, "message");
  return `http://127.0.0.1:${port}`;
}
