import "server-only";
import { z } from "zod";
import { defineSingleton } from "@/lib/server/runtime/singleton";
import { accessOf } from "@/lib/server/runtime/access-settings";
import {
  bearerToken,
  between,
  clientSecret,
  databaseUrl,
  headerName,
  issuer,
  networks,
  origin,
  publicOrigin,
  regionList,
  seconds,
  secrets,
} from "@/lib/server/runtime/setting-values";

const schema = z.object({
  HOST: z
    .string()
    .regex(/^[\w.:-]{1,253}$/, "must be a host name or an IP address")
    .default("127.0.0.1"),
  PORT: between(0, 65_535, "a port number", /^\d{1,5}$/).default(3000),
  VPC_ENDPOINT: origin("https://vpc.cn-hangzhou.aliyuncs.com").optional(),
  TUNNELBOARD_REGIONS: regionList.optional(),
  TUNNELBOARD_CACHE_SECONDS: seconds(3600).default(10),
  TUNNELBOARD_STALE_SECONDS: seconds(604_800).default(3600),
  TUNNELBOARD_CALLS_PER_SECOND: between(1, 10_000, "a whole number", /^\d{1,5}$/).default(100),
  TUNNELBOARD_POLL_SECONDS: between(0, 3600, "a whole number of seconds", /^\d{1,4}$/).default(60),
  TUNNELBOARD_HISTORY_DAYS: between(1, 730, "a whole number of days", /^\d{1,3}$/).default(90),
  TUNNELBOARD_DATA_DIR: z.string().optional(),
  DATABASE_URL: databaseUrl.optional(),
  TUNNELBOARD_REPLICAS: between(1, 1_000, "a whole number", /^\d{1,4}$/).optional(),
  TUNNELBOARD_DEMO: z
    .enum(["0", "1", "false", "true"], "must be 1 or 0")
    .transform((text) => text === "1" || text === "true")
    .default(false),
  APP_URL: publicOrigin.optional(),
  SESSION_SECRET: secrets.optional(),
  OIDC_ISSUER: issuer.optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: clientSecret.optional(),
  OIDC_ROLES_CLAIM: z.string().optional(),
  TUNNELBOARD_USERS_FILE: z.string().optional(),
  TUNNELBOARD_TRUSTED_PROXIES: networks.optional(),
  TUNNELBOARD_USER_HEADER: headerName.optional(),
  TUNNELBOARD_METRICS_TOKEN: bearerToken.optional(),
  TUNNELBOARD_WAIVERS_FILE: z.string().optional(),
  // Next's own: with any value it leaves the signals to us.
  NEXT_MANUAL_SIG_HANDLE: z.string().optional(),
});

const settings = schema.transform((given, context) => ({
  ...given,
  access: accessOf(given, (name, message) =>
    context.addIssue({ code: "custom", path: [name], message }),
  ),
}));

/** With what the settings mean together. */
export type Env = z.infer<typeof settings>;

/** Names each variable that is wrong and what it must be; never its value, which may be a secret. */
export class EnvError extends Error {
  override name = "EnvError" as const;
}

/** An empty or blank variable counts as unset, as compose files and CI systems write them. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const set = Object.entries(source).filter(([, value]) => (value ?? "").trim() !== "");
  const result = settings.safeParse(Object.fromEntries(set));
  if (result.success) return result.data;
  throw new EnvError(
    result.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}.`).join("\n"),
  );
}

export const env = defineSingleton("env", () => parseEnv(process.env));
