import { execFileSync } from "node:child_process";
import { randomBytes, scryptSync } from "node:crypto";
import { mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "..");

/** Both are also looked for in whatever comes out. */
export const SESSION_SECRET = "session-N3verSh0wMe-0123456789abcdef";
export const PASSWORD = "one-N3verSh0wMe-for-all";

export type UsersFile = {
  path: string;
  /** For a server that is to sign these people in. */
  settings: Record<string, string>;
  /** Changes somebody's password. */
  setPassword: (name: string, password: string) => void;
  setRoles: (name: string, roles: string) => void;
  remove: (name: string) => void;
  saltOf: (name: string) => string;
  /** Takes the file away. */
  close: () => void;
};

/** A file of users, by name their roles, who all have the same password. */
export function makeUsersFile(roles: Record<string, string>): UsersFile {
  const folder = mkdtempSync(join(tmpdir(), "tunnelboard-users-"));
  const path = join(folder, "users");
  const hash = hashOf(PASSWORD);
  const users = new Map(Object.entries(roles).map(([name, list]) => [name, { list, hash }]));
  const write = () => {
    const lines = [...users].map(([name, user]) => `${name} ${user.list} ${user.hash}\n`);
    // At once, as an editor would: the server reads all of it or nothing.
    writeFileSync(`${path}.new`, lines.join(""));
    renameSync(`${path}.new`, path);
  };
  const change = (name: string, changed: { list?: string; hash?: string }) => {
    users.set(name, { list: "viewer", hash, ...users.get(name), ...changed });
    write();
  };
  write();
  return {
    path,
    settings: { SESSION_SECRET, TUNNELBOARD_USERS_FILE: path },
    setPassword: (name, password) => change(name, { hash: hashOf(password) }),
    setRoles: (name, list) => change(name, { list }),
    remove(name) {
      users.delete(name);
      write();
    },
    saltOf: (name) => users.get(name)?.hash.split("$")[3] ?? "",
    close: () => rmSync(folder, { recursive: true }),
  };
}

/** The cheapest hash that the server takes, so that signing in costs a test little. */
function hashOf(password: string): string {
  const salt = randomBytes(16);
  const key = scryptSync(password, salt, 32, { N: 2 ** 14, r: 8, p: 1, maxmem: 2 ** 25 });
  return `$scrypt$ln=14,r=8,p=1$${plain(salt)}$${plain(key)}`;
}

const plain = (bytes: Buffer) => bytes.toString("base64").replaceAll("=", "");

/** The line that `npm run user` makes. */
export function lineOf(name: string, roles: string, password: string): string {
  const args = ["--conditions=react-server", "scripts/user.mjs", name, roles];
  return execFileSync(process.execPath, args, { cwd: ROOT, input: password }).toString();
}
