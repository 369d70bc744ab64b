import { installPackages } from "./apt-get.mjs";
import { ensureBuilt } from "./built.mjs";
import { installed } from "./executables.mjs";
import { ensureInstalled } from "./install.mjs";
import { ensurePostgres, hasPostgres } from "./postgres.mjs";
import { exitWith, fail, runBinary } from "./process.mjs";

/** Three replicas, PostgreSQL and nginx, from outside; not part of `npm test`. */
await ensureInstalled();
await ensurePostgres();
if (!hasPostgres()) fail("PostgreSQL is missing (Debian: apt-get install postgresql).");
const nginx =
  (await ensureNginx()) ?? fail("nginx is missing (Debian: apt-get install nginx-light).");
await ensureBuilt();
const args = ["run", "--mode", "replicas", ...process.argv.slice(2)];
await exitWith(runBinary("vitest", args, { env: { NGINX_PATH: nginx } }));

/** Debian keeps it where only root looks for commands. */
async function ensureNginx() {
  process.env.PATH += ":/usr/sbin";
  if (installed(["nginx"]) === null) await installPackages(["nginx-light"], "nginx");
  return installed(["nginx"]);
}
