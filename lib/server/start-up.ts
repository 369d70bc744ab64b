import "server-only";
import { env, EnvError } from "@/lib/server/env";
import { log } from "@/lib/server/log";
import { logRequests } from "@/lib/server/request-log";
import { limitRequests } from "@/lib/server/request-limits";
import { shutDownOnSignals } from "@/lib/server/shut-down";

export function startUp(): void {
  checkEnvironment();
  logRequests();
  limitRequests();
  // Without it, as in development, Next handles the signals itself.
  if (env().NEXT_MANUAL_SIG_HANDLE !== undefined) shutDownOnSignals();
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
