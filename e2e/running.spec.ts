import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { type AppServer, launch, startApp } from "@/e2e/app-server";
import { expect, REGION, test } from "@/e2e/fixtures";
import { askUntilRefused, keptConnection } from "@/e2e/kept-connection";
import type { Fault } from "@/lib/simulator/faults";
import type { Simulator } from "@/lib/simulator/simulator";
import { api, pages } from "@/lib/vpn/hrefs";

const HEALTH = "/api/health";
const LIST = api.vpnConnections(REGION);

/** The status it exits with, once it has; `code` is null for one that a signal has killed. */
async function exitOf({ child }: Pick<AppServer, "child">): Promise<unknown> {
  if (child.exitCode !== null) return child.exitCode;
  const [code] = await once(child, "exit");
  return code;
}

/** A request that the API takes its time to answer; comes back once it is under way there. */
async function startLong(simulator: Simulator, app: AppServer, fault: Fault) {
  simulator.faults.add(fault);
  const before = simulator.requests.length;
  const connection = keptConnection();
  const answer = connection.ask(app.url + LIST);
  await expect.poll(() => simulator.requests.length).toBeGreaterThan(before);
  return { answer: answer.catch(String), close: connection.close };
}

test("SIGTERM under load loses no request", async ({ simulator }) => {
  const app = await startApp(simulator, {}, { start: launch });
  simulator.faults.add({ kind: "latency", ms: 300 });
  const paths = [LIST, pages.vpnConnections(REGION), api.overview, HEALTH];
  const loops = Array.from({ length: 40 }, (_, index) =>
    askUntilRefused(app.url + paths[index % paths.length]),
  );
  await sleep(1_000);
  app.child.kill("SIGTERM");
  const answers = (await Promise.all(loops)).flat();
  expect(await exitOf(app)).toBe(0);
  expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
  expect(answers.filter(({ body }) => !/(\}|<\/html>)\s*$/.test(body))).toEqual([]);
  expect(answers.some(({ isLast }) => isLast)).toBe(true);
});

test("idle connections and a long answer are waited for, and new ones taken for a while", async ({
  simulator,
}) => {
  const app = await startApp(simulator, {}, { start: launch });
  const idle = Array.from({ length: 5 }, keptConnection);
  await Promise.all(idle.map(({ ask }) => ask(app.url + HEALTH)));
  const long = await startLong(simulator, app, { kind: "latency", ms: 3_000 });
  app.child.kill("SIGTERM");
  await expect.poll(app.output).toContain("shutting down");
  const late = [...idle, keptConnection()].map(({ ask }) => ask(app.url + HEALTH));
  for (const answer of await Promise.all(late)) {
    expect(answer).toEqual({ status: 200, body: '{"status":"ok"}', isLast: true });
  }
  expect(await long.answer).toMatchObject({ status: 200, isLast: true });
  expect(await exitOf(app)).toBe(0);
  expect(app.output()).toContain("every request was answered");
  await expect(fetch(app.url + HEALTH)).rejects.toThrow("fetch failed");
});

test("a second signal ends it at once", async ({ simulator }) => {
  const app = await startApp(simulator, {}, { start: launch });
  const { answer, close } = await startLong(simulator, app, { kind: "hang" });
  app.child.kill("SIGTERM");
  await expect.poll(app.output).toContain("shutting down");
  // Sooner it would count as the same one, passed on by a shell or by npm.
  await sleep(1_200);
  app.child.kill("SIGTERM");
  expect(await exitOf(app)).toBe(143);
  expect(await answer).toContain("socket hang up");
  close();
});

test("Ctrl-C, which every process of the terminal gets, is one signal and loses no request", async ({
  simulator,
}) => {
  const app = await startApp(simulator, {}, { start: launch, detached: true });
  const { answer } = await startLong(simulator, app, { kind: "latency", ms: 1_000 });
  process.kill(-(app.child.pid ?? Number.NaN), "SIGINT");
  expect(await answer).toMatchObject({ status: 200, isLast: true });
  expect(await exitOf(app)).toBe(0);
});
