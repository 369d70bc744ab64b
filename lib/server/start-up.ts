import "server-only";
import { env, EnvError } from "@/lib/server/env";
import { log } from "@/lib/server/log";
import { logRequests } from "@/lib/server/request-log";

export function startUp(): void {
  checkEnvironment();
  logRequests();
}

/** For a server that was started without our launcher, which says the same sooner. */
function checkEnvironment(): void {
  try {
    env();
  } catch (error) {
    if (!(error instanceof EnvError)) throw error;
    log().fatal(error.message);
    process.exit(1);
  }
}
