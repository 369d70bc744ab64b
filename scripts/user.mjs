import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { ensureInstalled } from "./install.mjs";
import { fail } from "./process.mjs";
import { importTypeScript } from "./typescript.mjs";

/**
 * Makes a line for TUNNELBOARD_USERS_FILE. The password is asked for, or read from standard input where
 * that is no terminal: on the command line, everybody on the machine could read it.
 */
const USAGE = `Makes a line for the file that TUNNELBOARD_USERS_FILE names.

  npm run --silent user -- NAME ROLES >> users

NAME   without spaces, such as alice or alice@example.com
ROLES  operator, viewer, viewer:REGION or viewer:REGION/GATEWAY; several are joined by commas

The password is asked for. Without a terminal it is the first line of standard input.`;

const SHORTEST = 12;

const [name, roles, ...rest] = process.argv.slice(2);
if (name === "--help" || name === "-h") {
  console.log(USAGE);
  process.exit(0);
}
if (name === undefined || roles === undefined || rest.length > 0) fail(USAGE);
await ensureInstalled();
const { hashPassword } = await importTypeScript("lib/server/auth/password.ts");
const { parseUsers } = await importTypeScript("lib/server/auth/users-file.ts");
check(`${name} ${roles} -`);
const password = await readPassword();
if (password.length < SHORTEST) fail(`The password must have ${SHORTEST} characters or more.`);
if (password.length > 500) fail("The password must have 500 characters or fewer.");
console.log(`${name} ${roles} ${await hashPassword(password)}`);

/** As the server will. */
function check(line) {
  const [wrong] = parseUsers(line).wrong;
  if (wrong !== undefined) fail(wrong.message.replace(/^line 1: /, ""));
}

async function readPassword() {
  if (!process.stdin.isTTY) return firstLine();
  // What is typed is not shown; the questions go to standard error, since the line is the output.
  const output = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output, terminal: true });
  terminal.once("SIGINT", () => {
    process.stderr.write("\n");
    process.exit(130);
  });
  const answers = terminal[Symbol.asyncIterator]();
  const ask = async (question) => {
    process.stderr.write(question);
    const { value = "" } = await answers.next();
    process.stderr.write("\n");
    return value;
  };
  const password = await ask("Password: ");
  if (password !== (await ask("Again: "))) fail("The two are not the same.");
  terminal.close();
  return password;
}

async function firstLine() {
  for await (const line of createInterface({ input: process.stdin })) return line;
  return "";
}
