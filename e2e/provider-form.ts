import { freePort, startApp } from "@/e2e/app-server";
import { type Answer, ask, cookieIn } from "@/e2e/raw-request";
import { test as base } from "@/e2e/fixtures";
import { type Forge, type ForgingProvider, startForgingProvider } from "@/e2e/forging-provider";
import { SESSION } from "@/e2e/local-accounts";
import { api } from "@/lib/vpn/hrefs";

export const PENDING = "tunnelboard-sign-in";

/** Against a server that signs people in at a provider of ours, without a browser. */
export const test = base.extend<object, { provider: ForgingProvider }>({
  provider: [
    async ({}, use) => {
      const provider = await startForgingProvider(`http://127.0.0.1:${await freePort()}`);
      await use(provider);
      await provider.close();
    },
    { scope: "worker" },
  ],
  app: [
    async ({ simulator, provider }, use) => {
      const { port } = new URL(provider.settings.APP_URL);
      const app = await startApp(simulator, { ...provider.settings, PORT: port });
      await use(app);
      await app.close();
    },
    { scope: "worker" },
  ],
});

/** What somebody holds who has left for the provider. */
export type Left = { location: string; cookie: string };

export async function leave(url: string, returnTo = "/"): Promise<Left> {
  const answer = await ask(url, api.signIn(returnTo));
  return { location: answer.headers.location ?? "", cookie: cookieIn(answer, PENDING) ?? "" };
}

export function comeBack(url: string, target: string, cookie: string): Promise<Answer> {
  return ask(url, target, { headers: cookie === "" ? {} : { cookie } });
}

/** Leaves for the provider, which lets them through, and comes back. */
export async function thereAndBack(
  url: string,
  provider: ForgingProvider,
  forge: Forge = {},
): Promise<Answer> {
  const { location, cookie } = await leave(url);
  return comeBack(url, provider.authorize(location, forge), cookie);
}

/** The session that an answer begins, as a request's Cookie; null where it begins none. */
export const sessionIn = (answer: Answer) => cookieIn(answer, SESSION);

/** The audit trail's lines of an event, as far as they have been written. */
export function linesOf(output: string, event: string): { result: string; user: string | null }[] {
  return output
    .split("\n")
    .filter((line) => line.includes(`"event":"${event}"`))
    .map((line) => JSON.parse(line));
}
