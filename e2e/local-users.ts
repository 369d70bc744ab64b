import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { api } from "@/lib/vpn/hrefs";

const PASSWORD = "one-N3verSh0wMe-for-all";
const ROOT = join(import.meta.dirname, "..");

/** Also looked for in whatever comes out. */
export const SESSION_SECRET = "session-N3verSh0wMe-5e1f0c9b7a3d2468";

export type LocalUsers = {
  /** For a server that is to know them. */
  settings: Record<string, string>;
  remove: () => void;
};

/** A file of users, by name their roles, who all have the same password. */
export function makeLocalUsers(roles: Record<string, string>): LocalUsers {
  const folder = mkdtempSync(join(tmpdir(), "tunnelboard-users-"));
  const [, , hash = ""] = commandLine("somebody", "viewer").split(" ");
  const lines = Object.entries(roles).map(([name, list]) => `${name} ${list} ${hash}`);
  const file = join(folder, "users");
  writeFileSync(file, lines.join("\n"));
  return {
    settings: { TUNNELBOARD_USERS_FILE: file, SESSION_SECRET },
    remove: () => rmSync(folder, { recursive: true }),
  };
}

/** What `npm run user` prints. */
function commandLine(name: string, roles: string): string {
  const args = ["--conditions=react-server", "scripts/user.mjs", name, roles];
  return execFileSync(process.execPath, args, { cwd: ROOT, input: PASSWORD }).toString().trim();
}

/** The cookie of somebody who has signed in, as a request carries it; from a page under `origin`. */
export async function signIn(url: string, user: string, origin = url): Promise<string> {
  const response = await fetch(url + api.signIn(), {
    method: "POST",
    redirect: "manual",
    headers: { Origin: origin },
    body: new URLSearchParams({ user, password: PASSWORD }),
  });
  const [cookie = ""] = response.headers.getSetCookie();
  if (response.status !== 303) throw new Error(`${user} cannot sign in: ${response.status}`);
  return cookie.split(";")[0] ?? "";
}
