import { randomBytes, scryptSync } from "node:crypto";
import { mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startApp } from "@/e2e/app-server";
import { type Answer, ask, cookieIn } from "@/e2e/by-hand";
import { test as base } from "@/e2e/fixtures";
import { api } from "@/lib/vpn/hrefs";

export const SECRET = "session-N3verSh0wMe-0123456789abcdef";
export const SESSION = "tunnelboard-session";

export type Accounts = {
  path: string;
  /** For a server that is to sign these people in, behind a proxy that says from where they come. */
  settings: Record<string, string>;
  /** Adds somebody, or changes them; the password is new either way. */
  set: (name: string, roles: string, password: string) => void;
  /** Changes roles, and leaves the password. */
  setRoles: (name: string, roles: string) => void;
  remove: (name: string) => void;
  saltOf: (name: string) => string;
};

/** How many users there are by the names guest0, guest1 and so on. */
export const GUESTS = 50;

export const PASSWORD = "correct horse battery";

/** A file of users, all with the same password, that is gone at the end. */
function makeAccounts(): Accounts & { close: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "tunnelboard-users-"));
  const path = join(folder, "users");
  const users = new Map<string, { roles: string; hash: string }>();
  const write = () => {
    const lines = [...users].map(([name, { roles, hash }]) => `${name} ${roles} ${hash}\n`);
    // At once, as an editor would: the server reads all of it or nothing.
    writeFileSync(`${path}.new`, lines.join(""));
    renameSync(`${path}.new`, path);
  };
  const accounts: Accounts = {
    path,
    settings: {
      SESSION_SECRET: SECRET,
      TUNNELBOARD_USERS_FILE: path,
      TUNNELBOARD_TRUSTED_PROXIES: "127.0.0.1",
    },
    set(name, roles, password) {
      users.set(name, { roles, hash: hashOf(password) });
      write();
    },
    setRoles(name, roles) {
      users.set(name, { roles, hash: users.get(name)?.hash ?? "-" });
      write();
    },
    remove(name) {
      users.delete(name);
      write();
    },
    saltOf: (name) => users.get(name)?.hash.split("$")[3] ?? "",
  };
  accounts.set("olga", "operator", PASSWORD);
  accounts.set("vera", "viewer", PASSWORD);
  accounts.set("mila", "viewer", PASSWORD);
  accounts.set("ines", "viewer", PASSWORD);
  accounts.set("gina", "viewer", PASSWORD);
  accounts.set("nora", "viewer", PASSWORD);
  accounts.set("kai", "viewer", PASSWORD);
  // Many whom it costs little to guess at.
  const hash = hashOf(PASSWORD);
  for (let index = 0; index < GUESTS; index += 1) {
    users.set(`guest${index}`, { roles: "viewer", hash });
  }
  write();
  return { ...accounts, close: () => rmSync(folder, { recursive: true }) };
}

/** The cheapest hash that the server takes, so that signing in costs a test little. */
function hashOf(password: string): string {
  const salt = randomBytes(16);
  const key = scryptSync(password, salt, 32, { N: 2 ** 14, r: 8, p: 1, maxmem: 2 ** 25 });
  return `$scrypt$ln=14,r=8,p=1$${plain(salt)}$${plain(key)}`;
}

const plain = (bytes: Buffer) => bytes.toString("base64").replaceAll("=", "");

let callers = 0;

/** Against a server with local accounts, each test from an address of its own: tries are counted by it. */
export const test = base.extend<object, { accounts: Accounts }>({
  extraHTTPHeaders: async ({}, use) => {
    callers += 1;
    await use({ "x-forwarded-for": `10.77.${callers >> 8}.${callers & 255}` });
  },
  accounts: [
    async ({}, use) => {
      const accounts = makeAccounts();
      await use(accounts);
      accounts.close();
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

/** The same without a browser. */
export const testByHand = test.extend({
  watchPage: async ({}, use) => use(),
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
