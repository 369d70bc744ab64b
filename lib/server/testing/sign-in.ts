import "server-only";
import { AsyncResource } from "node:async_hooks";
import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { vi } from "vitest";
import { enterRequest, type RequestContext } from "@/lib/server/runtime/request-context";
import { forgetAll } from "@/lib/server/testing/account";

const NAMES = [
  "HOST",
  "APP_URL",
  "SESSION_SECRET",
  "OIDC_ISSUER",
  "OIDC_CLIENT_ID",
  "OIDC_CLIENT_SECRET",
  "OIDC_ROLES_CLAIM",
  "TUNNELBOARD_USERS_FILE",
  "TUNNELBOARD_TRUSTED_PROXIES",
  "TUNNELBOARD_USER_HEADER",
  "TUNNELBOARD_METRICS_TOKEN",
] as const;

type Settings = Partial<Record<(typeof NAMES)[number], string>>;

export const SECRET = "an-invented-secret-of-32-characters";
export const OLDER_SECRET = "an-older-secret-of-32-characters-too";

/** Everything that sign-in by a provider takes. */
export const BY_PROVIDER = {
  HOST: "0.0.0.0",
  APP_URL: "https://app.example",
  SESSION_SECRET: SECRET,
  OIDC_ISSUER: "https://login.example",
  OIDC_CLIENT_ID: "tunnelboard",
  OIDC_CLIENT_SECRET: "hunter2-client",
};

/** A process with these settings of access and no other, that remembers nothing; returns the log lines
 * to come. `vi.unstubAllEnvs()` undoes the first. */
export function signInBy(settings: Settings): string[] {
  for (const name of NAMES) vi.stubEnv(name, settings[name] ?? "");
  return forgetAll();
}

type Arriving = { peer?: string; path?: string; headers?: IncomingMessage["headers"] };

/** What a connection from `peer` brings. */
export function incoming({
  peer = "127.0.0.1",
  path = "/",
  headers = {},
}: Arriving): IncomingMessage {
  const socket = new Socket();
  Object.defineProperty(socket, "remoteAddress", { value: peer });
  const request = new IncomingMessage(socket);
  request.url = path;
  request.headers = headers;
  return request;
}

/** Does the work as part of a request, of which nothing is left afterwards. */
export function duringRequest<Result>(
  arriving: Arriving,
  work: (context: RequestContext) => Result,
): Result {
  const request = incoming(arriving);
  const response = new ServerResponse(request);
  return new AsyncResource("request").runInAsyncScope(() => work(enterRequest(request, response)));
}
