import "server-only";
import { pino } from "pino";
import { vi } from "vitest";

type Account = { url: string; accessKeyId: string; accessKeySecret: string };

/** Points the server's code at an endpoint and an account, forgets what a process remembers, and
 * returns the log lines to come. `vi.unstubAllEnvs()` undoes the first. */
export function connectTo({ url, accessKeyId, accessKeySecret }: Account): string[] {
  const variables = {
    VPC_ENDPOINT: url,
    ALIBABA_CLOUD_ACCESS_KEY_ID: accessKeyId,
    ALIBABA_CLOUD_ACCESS_KEY_SECRET: accessKeySecret,
    ALIBABA_CLOUD_SECURITY_TOKEN: "",
    ALIBABA_CLOUD_ECS_METADATA_DISABLED: "true",
    ALIBABA_CLOUD_CLI_PROFILE_DISABLED: "true",
    ALIBABA_CLOUD_CREDENTIALS_FILE: "/nowhere/credentials",
    // Nobody listens there; unset, the library would look up the host name `undefined`.
    ALIBABA_CLOUD_CREDENTIALS_URI: "http://127.0.0.1:1/",
    ALIBABA_CLOUD_ROLE_ARN: "",
    HOST: "",
    PORT: "",
    APP_URL: "",
    SESSION_SECRET: "",
    OIDC_ISSUER: "",
    OIDC_CLIENT_ID: "",
    OIDC_CLIENT_SECRET: "",
    OIDC_ROLES_CLAIM: "",
    TUNNELBOARD_USERS_FILE: "",
    TUNNELBOARD_TRUSTED_PROXIES: "",
    TUNNELBOARD_USER_HEADER: "",
    TUNNELBOARD_METRICS_TOKEN: "",
    TUNNELBOARD_REGIONS: "",
    TUNNELBOARD_CACHE_SECONDS: "",
    TUNNELBOARD_STALE_SECONDS: "",
    // Where the clock stands still, nobody would be let in after the first.
    TUNNELBOARD_CALLS_PER_SECOND: "10000",
    TUNNELBOARD_DEMO: "",
  };
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  return forgetAll();
}

/** A process that remembers nothing but where its log lines go. */
export function forgetAll(): string[] {
  const lines: string[] = [];
  const keep = { write: (line: string) => void lines.push(line) };
  // Without the redaction of the real one: what is looked for must not get as far as that.
  globalThis.__tunnelboard = { log: pino({ base: null, level: "trace" }, keep) };
  return lines;
}
