import { startApp } from "@/e2e/app-server";
import { type Answer, ask, cookieIn } from "@/e2e/raw-request";
import { test as base } from "@/e2e/fixtures";
import { makeUsersFile, PASSWORD, type UsersFile } from "@/e2e/users-file";
import { api } from "@/lib/vpn/hrefs";

export const SESSION = "tunnelboard-session";

/** How many users there are by the names guest0, guest1 and so on, for tests that guess at many. */
export const GUESTS = 50;

const ROLES = {
  olga: "operator",
  vera: "viewer",
  mila: "viewer",
  ines: "viewer",
  gina: "viewer",
  nora: "viewer",
  kai: "viewer",
  ...Object.fromEntries(Array.from({ length: GUESTS }, (_, index) => [`guest${index}`, "viewer"])),
};

let callers = 0;

/**
 * Against a server with local accounts, behind a proxy that says from where its users come. Each test
 * comes from an address of its own, since tries are counted by it.
 */
export const test = base.extend<object, { accounts: UsersFile }>({
  extraHTTPHeaders: async ({ extraHTTPHeaders }, use) => {
    callers += 1;
    await use({ ...extraHTTPHeaders, "x-forwarded-for": `10.77.${callers >> 8}.${callers & 255}` });
  },
  accounts: [
    async ({}, use) => {
      const file = makeUsersFile(ROLES);
      await use({
        ...file,
        settings: { ...file.settings, TUNNELBOARD_TRUSTED_PROXIES: "127.0.0.1" },
      });
      file.close();
    },
    { scope: "worker" },
  ],
  app: [
    async ({ simulator, accounts }, use) => {
      const app = await startApp(simulator, accounts.settings);
      await use(app);
      await app.close();
    },
    { scope: "worker" },
  ],
});

export type SignIn = {
  user: string;
  password?: string;
  returnTo?: string;
  /** What the trusted proxy says: each caller has tries of its own. */
  from?: string;
  headers?: Record<string, string>;
};

/** Sends the form as a page of the app would. */
export function signIn(url: string, { user, password = PASSWORD, ...more }: SignIn) {
  const { returnTo = "/", from = "10.1.1.1", headers } = more;
  return ask(url, api.signIn(), {
    form: { user, password, returnTo },
    headers: { origin: url, accept: "text/html", "x-forwarded-for": from, ...headers },
  });
}

/** The session that an answer begins, as a request's Cookie. */
export function sessionIn(answer: Answer): string {
  return cookieIn(answer, SESSION) ?? "";
}

/** The same of somebody who signs in; at an app with another address than `url`, that is its `origin`. */
export async function sessionOf(url: string, user: string, origin = url): Promise<string> {
  const answer = await signIn(url, { user, headers: { origin } });
  if (answer.status !== 303) throw new Error(`${user} cannot sign in: ${answer.status}`);
  return sessionIn(answer);
}
