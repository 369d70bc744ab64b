import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { revocations } from "@/lib/server/auth/revocations";
import { compareSessionKeys } from "@/lib/server/auth/session-keys";
import { signInAttempts } from "@/lib/server/auth/sign-in-attempts";
import { isOpenToAll, readUsers, UsersFileError } from "@/lib/server/auth/users-file";
import { answerUpgrades } from "@/lib/server/http/answer-upgrades";
import { recordRead, standingsIn, untilRecorded } from "@/lib/server/history/recorder";
import { onRoleChange } from "@/lib/server/history/save";
import { startRetention } from "@/lib/server/history/retention-timer";
import { closeDatabase, writeToDatabase } from "@/lib/server/database/store";
import { shareAccount } from "@/lib/server/inventory/shared-kinds";
import { listenToReads } from "@/lib/server/inventory/read-listener";
import { readWaivers, WaiversFileError } from "@/lib/server/inventory/waivers/waivers-file";
import { startRecordingFindings } from "@/lib/server/poller/findings-timer";
import { startPoller } from "@/lib/server/poller/poller";
import { contact } from "@/lib/server/replicas/contact";
import { measureContact } from "@/lib/server/replicas/contact-metrics";
import { onRole, startReplicas } from "@/lib/server/replicas/replicas";
import { buildId } from "@/lib/server/runtime/build-id";
import { checkDataFolder } from "@/lib/server/runtime/data-folder";
import { logConsole, logWarnings } from "@/lib/server/runtime/console-log";
import { env, EnvError } from "@/lib/server/runtime/settings";
import { limitRendering } from "@/lib/server/http/limit-rendering";
import { log } from "@/lib/server/runtime/log";
import { defineSingleton } from "@/lib/server/runtime/singleton";
import { watchRequests } from "@/lib/server/http/request-log";
import { shutDownOnSignals } from "@/lib/server/http/shut-down";
import { endSlowRequests } from "@/lib/server/http/slow-requests";
import { limiter } from "@/lib/server/vpc-api/quota/account-limiter";

/** The start waits no longer for a database that does not answer. */
const MEETING_MS = 5_000;

const progress = defineSingleton("startUp", () => ({ hasBegun: false }));

/**
 * Once: our launchers begin before Next does, which does so again (scripts/begin-first.mjs). Ends when the server can
 * answer: one that shares a database has it open by then, and knows what the others have told. Later, while Next loads
 * its pages, nothing else runs for seconds where processors are few, and answers of the database come too late.
 */
export async function startUp({ isProduction }: { isProduction: boolean }): Promise<void> {
  if (progress().hasBegun) return;
  progress().hasBegun = true;
  checkEnvironment();
  tellAccess();
  tellReplicas();
  buildId();
  watchRequests();
  limitRendering();
  endSlowRequests();
  // In development Next reloads pages over a WebSocket.
  if (isProduction) {
    answerUpgrades();
    logConsole();
    logWarnings();
  }
  const opened = openHistory();
  const leaveReplicas = meetReplicas();
  const stopReplicas = startReplicas();
  const stopSharing = shareAccount();
  onRole(onRoleChange);
  listenToReads({ recordRead, standingsIn });
  const stopPoller = startPoller();
  const stopRecordingFindings = startRecordingFindings();
  const stopRetention = startRetention();
  // Without it, as in development, Next handles the signals itself.
  if (env().NEXT_MANUAL_SIG_HANDLE !== undefined) {
    shutDownOnSignals(async () => {
      stopPoller();
      stopRecordingFindings();
      stopRetention();
      stopSharing();
      await untilRecorded();
      await leaveReplicas();
      // The next leader begins when this one has written everything.
      stopReplicas();
      await closeDatabase();
    });
  }
  const ours = contact();
  if (ours === null) return;
  const met = Promise.all([opened, ours.untilMet()]);
  await Promise.race([met, sleep(MEETING_MS, undefined, { ref: false })]);
}

/** Migrates the database before anybody needs it; a failure is told, and the server goes on without history. */
async function openHistory(): Promise<void> {
  await writeToDatabase(async () => undefined).catch(() => undefined);
}

/** What this process shares with others takes part in their rounds as soon as it is there. */
function meetReplicas(): () => Promise<void> {
  limiter();
  revocations();
  signInAttempts();
  const ours = contact();
  if (ours === null) return async () => undefined;
  compareSessionKeys(ours);
  measureContact(ours);
  ours.start();
  return ours.leave;
}

/** For a server that was started without our launcher, which says the same sooner. */
function checkEnvironment(): void {
  const wrong = whatIsWrong();
  if (wrong === null) return;
  log().fatal(wrong);
  process.exit(1);
}

function whatIsWrong(): string | null {
  try {
    checkDataFolder(env());
    const { access, TUNNELBOARD_WAIVERS_FILE: waiversFile } = env();
    if (access.by !== "loopback" && access.usersFile !== null) readUsers(access.usersFile);
    if (waiversFile !== undefined) readWaivers(waiversFile);
    return null;
  } catch (error) {
    if (error instanceof EnvError) return error.message;
    if (error instanceof UsersFileError) return `TUNNELBOARD_USERS_FILE ${error.message}.`;
    if (error instanceof WaiversFileError) return `TUNNELBOARD_WAIVERS_FILE ${error.message}.`;
    throw error;
  }
}

/** Each would read the account, keep history and remember sign-outs by itself. */
function tellReplicas(): void {
  const { DATABASE_URL, TUNNELBOARD_REPLICAS: replicas = 1 } = env();
  if (replicas === 1 || DATABASE_URL !== undefined) return;
  log().warn(
    { replicas },
    "TUNNELBOARD_REPLICAS is set without DATABASE_URL: each replica keeps a history of its own and does not know of sign-outs at the others. Set DATABASE_URL (docs/replicas.md).",
  );
}

/** What keeps people out, so that nobody is mistaken about it. */
function tellAccess(): void {
  const { access } = env();
  if (access.by !== "loopback" && access.usersFile !== null && isOpenToAll(access.usersFile)) {
    log().warn(
      "TUNNELBOARD_USERS_FILE can be read by every user of this machine. Make it readable by this one alone (chmod 600).",
    );
  }
  if (access.by === "loopback") {
    log().warn("Sign-in is not configured: only this machine is served, under its own names.");
  }
  if (access.by === "proxy") {
    log().warn(
      `Tunnelboard does not sign users in: it trusts the user named in ${access.userHeader} by the proxies of TUNNELBOARD_TRUSTED_PROXIES.`,
    );
  }
}
