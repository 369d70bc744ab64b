import { setTimeout as sleep } from "node:timers/promises";
import { cookieIn, ask } from "@/e2e/raw-request";
import { PASSWORD } from "@/e2e/users-file";
import { api, pages } from "@/lib/vpn/hrefs";

/** Longer than any page waits for the API. */
const PATIENCE_MS = 40_000;
const PAUSE_MS = 1_000;

/** The session of somebody who signs in, as a request's Cookie. */
export async function sessionAt(url: string, user: string): Promise<string> {
  const answer = await ask(url, api.signIn(), {
    form: { user, password: PASSWORD, returnTo: "/" },
    headers: { origin: url, accept: "text/html" },
  });
  if (answer.status !== 303) throw new Error(`${user} cannot sign in: ${answer.status}`);
  return cookieIn(answer, "tunnelboard-session") ?? "";
}

/** People who look at lists all the time, until `leave`, which tells what was asked and what went wrong. */
export function startViewers(url: string, cookie: string, count: number) {
  const failures: string[] = [];
  let asked = 0;
  let longestMs = 0;
  const leaving = new AbortController();
  const paths = [api.overview, api.vpnConnections(null, { q: "10." }), pages.home];

  async function view(first: number): Promise<void> {
    for (let turn = first; !leaving.signal.aborted; turn += 1) {
      const path = paths[turn % paths.length] ?? "";
      const start = performance.now();
      const problem = await look(path).catch(String);
      longestMs = Math.max(longestMs, performance.now() - start);
      asked += 1;
      if (problem !== null) failures.push(`${path}: ${problem} at ${new Date().toISOString()}`);
      await sleep(PAUSE_MS);
    }
  }

  async function look(path: string): Promise<string | null> {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const answer = await fetch(url + path, { headers: { cookie }, redirect: "manual", signal });
    await answer.arrayBuffer();
    return answer.status === 200 ? null : String(answer.status);
  }

  const views = Array.from({ length: count }, (_, index) => view(index));
  return {
    async leave() {
      leaving.abort();
      await Promise.all(views);
      return { asked, failures, longestMs: Math.round(longestMs) };
    },
  };
}
