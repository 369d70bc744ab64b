import "server-only";
import { readFileSync, statSync } from "node:fs";
import { isRole } from "@/lib/server/auth/grant";
import { isPasswordHash } from "@/lib/server/auth/password";
import { log } from "@/lib/server/runtime/log";
import { reread, unreadFile } from "@/lib/server/runtime/reread-file";
import { defineSingleton } from "@/lib/server/runtime/singleton";

export type User = {
  name: string;
  roles: string[];
  /** Null for who signs in elsewhere. */
  passwordHash: string | null;
};

export type Users = ReadonlyMap<string, User>;

/** A user's name: printable, without spaces, so that a line has three columns. */
export const USER_NAME = /^[^\s#,:/\\"'<>\p{C}][^\s,"'<>\p{C}]{0,99}$/u;

/** The file cannot be used; says in which line and why, without repeating it. */
export class UsersFileError extends Error {
  override name = "UsersFileError" as const;
}

/** What a file says: who is in it, and which lines say nothing that can be used. */
type Parsed = { users: Users; wrong: UsersFileError[] };

/** A line per user: name, roles joined by commas, password hash or `-`. */
export function parseUsers(text: string): Parsed {
  const users = new Map<string, User>();
  const wrong: UsersFileError[] = [];
  const seen = new Set<string>();
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (/^\s*(#|$)/.test(line)) continue;
    const complain = (why: string) => wrong.push(new UsersFileError(`line ${index + 1}: ${why}`));
    const user = userIn(line);
    if (typeof user === "string") {
      complain(user);
    } else if (seen.has(user.name)) {
      // Which of them is meant cannot be told: an old password must not stay good beside a new one.
      users.delete(user.name);
      complain("the name is there twice, so nobody gets in by it; take the old line out");
    } else {
      seen.add(user.name);
      users.set(user.name, user);
    }
  }
  return { users, wrong };
}

/** The user of a line, or what is wrong with it. */
function userIn(line: string): User | string {
  const [name = "", roleList = "", hash, ...rest] = line.trim().split(/\s+/);
  if (hash === undefined || rest.length > 0) {
    return "must be a name, roles joined by commas and a password hash, with spaces between";
  }
  const roles = roleList.split(",");
  if (!USER_NAME.test(name)) return "the name is not one";
  if (!roles.every(isRole)) {
    return "roles are operator, viewer, viewer:<region> or viewer:<region>/<gateway>";
  }
  if (hash !== "-" && !isPasswordHash(hash)) {
    return "the password hash is not one that `npm run user` makes";
  }
  return { name, roles, passwordHash: hash === "-" ? null : hash };
}

/** For a start, at which all of it must be right. Throws UsersFileError, also where it cannot be read. */
export function readUsers(path: string): Users {
  const { users, wrong } = read(path);
  const [first] = wrong;
  if (first !== undefined) throw first;
  return users;
}

/** Nobody where it cannot be read: then nobody can be told to be in it. */
function read(path: string): Parsed {
  try {
    return parseUsers(readFileSync(path, "utf8"));
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unreadable";
    return { users: new Map(), wrong: [new UsersFileError(`cannot be read (${code})`)] };
  }
}

/** Whether every user of this machine may read the hashes; one that is not there is for nobody. */
export function isOpenToAll(path: string): boolean {
  return ((statSync(path, { throwIfNoEntry: false })?.mode ?? 0) & 0o004) !== 0;
}

const keptUsers = defineSingleton("users", () => unreadFile<Users>(new Map()));

/**
 * The users of the file as it is now: who is taken out of it is out, whatever else is wrong with it. A
 * line that cannot be used lets nobody in, and neither does a file that cannot be read.
 */
export function usersOf(path: string): Users {
  return reread(keptUsers(), path, (_, isFirst) => {
    const { users, wrong } = read(path);
    if (!isFirst) log().warn({ users: users.size }, "TUNNELBOARD_USERS_FILE has changed");
    for (const { message } of wrong) log().error(`TUNNELBOARD_USERS_FILE ${message}.`);
    return users;
  });
}
