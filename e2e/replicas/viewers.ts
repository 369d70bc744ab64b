import { setTimeout as sleep } from "node:timers/promises";
import { cookieIn, ask } from "@/e2e/raw-request";
import { PASSWORD } from "@/e2e/users-file";
import { api, pages } from "@/lib/vpn/hrefs";

/** Longer than any page waits for the API. */
const TIMEOUT_MS = 40_000;
const PAUSE_MS = 1_000;

/** What a viewer does in turn; a form is sent once, whatever happens to it. */
type Step = { path: string; form?: Record<string, string> };
const LOOKS: Step[] = [api.overview, api.vpnConnections(null, { q: "10." }), pages.home].map(
  (path) => ({ path }),
);
export const WITH_FORMS: Step[] = [
  { path: api.regions },
  { path: api.events() },
  { path: api.preferences, form: { theme: "dark" } },
  ...LOOKS,
];

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
export function startViewers(
  url: string,
  cookie: string,
  count: number,
  { steps = LOOKS, pauseMs = PAUSE_MS } = {},
) {
  const failures: string[] = [];
  let asked = 0;
  let longestMs = 0;
  const leaving = new AbortController();

  async function view(first: number): Promise<void> {
    for (let turn = first; !leaving.signal.aborted; turn += 1) {
      const step = steps[turn % steps.length] ?? { path: pages.home };
      const start = performance.now();
      const problem = await take(step).catch(String);
      longestMs = Math.max(longestMs, performance.now() - start);
      asked += 1;
      if (problem !== null)
        failures.push(`${step.path}: ${problem} at ${new Date().toISOString()}`);
      await sleep(pauseMs);
    }
  }

  async function take({ path, form }: Step): Promise<string | null> {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    // As a browser behind nginx names it, which passes the host on without a port.
    const headers = { cookie, origin: `http://${new URL(url).hostname}` };
    const asked = form && { method: "POST", body: new URLSearchParams(form) };
    const answer = await fetch(url + path, { ...asked, headers, redirect: "manual", signal });
    await answer.arrayBuffer();
    return answer.status === (form === undefined ? 200 : 303) ? null : String(answer.status);
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
