import "server-only";
import { readFileSync, statSync } from "node:fs";
import { isRole } from "@/lib/server/access/grant";
import { isPasswordHash } from "@/lib/server/access/password";
import { log } from "@/lib/server/log";
import { processWide } from "@/lib/server/process-wide";

export type User = {
  name: string;
  roles: string[];
  /** Null for who signs in elsewhere. */
  passwordHash: string | null;
};

export type Users = ReadonlyMap<string, User>;

/** As it was when it was last read, and what the file looked like then. */
export type KeptUsers = { users: Users; mark: string; lookedAt: number };

/** A user's name: printable, without spaces, so that a line has three columns. */
export const USER_NAME = /^[^\s#,:/\\"'<>\p{C}][^\s,"'<>\p{C}]{0,99}$/u;

/** The file cannot be used; says in which line and why, without repeating it. */
export class UsersFileError extends Error {
  override name = "UsersFileError" as const;
}

/** A line per user: name, roles joined by commas, password hash or `-`. Throws UsersFileError. */
export function parseUsers(text: string): Users {
  const users = new Map<string, User>();
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (/^\s*(#|$)/.test(line)) continue;
    const refuse = (why: string) => new UsersFileError(`line ${index + 1}: ${why}`);
    const [name = "", roleList = "", hash, ...rest] = line.trim().split(/\s+/);
    if (hash === undefined || rest.length > 0) {
      throw refuse(
        "must be a name, roles joined by commas and a password hash, with spaces between",
      );
    }
    const roles = roleList.split(",");
    if (!USER_NAME.test(name)) throw refuse("the name is not one");
    if (users.has(name)) throw refuse("the name is there twice");
    if (!roles.every(isRole)) {
      throw refuse("roles are operator, viewer, viewer:<region> or viewer:<region>/<gateway>");
    }
    if (hash !== "-" && !isPasswordHash(hash)) {
      throw refuse("the password hash is not one that `npm run user` makes");
    }
    users.set(name, { name, roles, passwordHash: hash === "-" ? null : hash });
  }
  return users;
}

/** Throws UsersFileError, also where the file cannot be read. */
export function readUsers(path: string): Users {
  try {
    return parseUsers(readFileSync(path, "utf8"));
  } catch (error) {
    if (error instanceof UsersFileError) throw error;
    const code = error instanceof Error && "code" in error ? String(error.code) : "unreadable";
    throw new UsersFileError(`cannot be read (${code})`);
  }
}

/** How long a change of the file may take to be seen. */
const LOOK_MS = 1_000;

/**
 * The users of the file as it is now: who is taken out of it is out. While it cannot be used, they stay
 * as they were. Throws UsersFileError where they never were.
 */
export function usersOf(path: string): Users {
  const kept = processWide("users", () => ({
    // First, so that a change while the file is read is seen at the next look.
    mark: markOf(path),
    users: readUsers(path),
    lookedAt: 0,
  }));
  const now = performance.now();
  if (now - kept.lookedAt < LOOK_MS) return kept.users;
  kept.lookedAt = now;
  const mark = markOf(path);
  if (mark === kept.mark) return kept.users;
  kept.mark = mark;
  try {
    kept.users = readUsers(path);
    log().warn({ users: kept.users.size }, "TUNNELBOARD_USERS_FILE has changed and is read again");
  } catch (error) {
    if (!(error instanceof UsersFileError)) throw error;
    log().error(`TUNNELBOARD_USERS_FILE ${error.message}. The users stay as they were.`);
  }
  return kept.users;
}

function markOf(path: string): string {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats === undefined ? "none" : `${stats.ino} ${stats.size} ${stats.mtimeMs}`;
}
