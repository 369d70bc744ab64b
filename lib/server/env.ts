import "server-only";
import { z } from "zod";
import { processWide } from "@/lib/server/process-wide";
import { isRegionId } from "@/lib/server/region-id";

/** Plain decimals: JavaScript would also read `0x10`, `1e3` and a blank as numbers. */
const between = (min: number, max: number, what: string, shape: RegExp) => {
  const rule = `must be ${what} from ${min} to ${max}`;
  return z
    .string()
    .regex(shape, rule)
    .transform(Number)
    .pipe(z.number().min(min, rule).max(max, rule));
};

const seconds = (max: number) => between(0, max, "a number of seconds", /^\d{1,6}(\.\d{1,3})?$/);

const endpoint = z
  .url({
    protocol: /^https?$/,
    error: "must be a URL such as https://vpc.cn-hangzhou.aliyuncs.com",
    // What comes next expects a URL.
    abort: true,
  })
  .refine((text) => {
    const url = new URL(text);
    return url.href === `${url.origin}/`;
  }, "must hold scheme, host and port only: no path, query or user name")
  .transform((text) => new URL(text).origin);

const regionList = z
  .string()
  .transform((text) => [
    ...new Set(
      text
        .split(",")
        .map((id) => id.trim())
        .filter((id) => id !== ""),
    ),
  ])
  .refine(
    (ids) => ids.length > 0 && ids.every(isRegionId),
    "must be region ids joined by commas, such as cn-hangzhou,eu-central-1",
  );

const schema = z.object({
  HOST: z
    .string()
    .regex(/^[\w.:-]{1,253}$/, "must be a host name or an IP address")
    .default("127.0.0.1"),
  PORT: between(0, 65_535, "a port number", /^\d{1,5}$/).default(3000),
  VPC_ENDPOINT: endpoint.optional(),
  TUNNELBOARD_REGIONS: regionList.optional(),
  TUNNELBOARD_CACHE_SECONDS: seconds(3600).default(10),
  TUNNELBOARD_STALE_SECONDS: seconds(604_800).default(3600),
  TUNNELBOARD_CALLS_PER_SECOND: between(1, 10_000, "a whole number", /^\d{1,5}$/).default(100),
  TUNNELBOARD_DEMO: z
    .enum(["0", "1", "false", "true"], "must be 1 or 0")
    .transform((text) => text === "1" || text === "true")
    .default(false),
  // Next's own: with any value it leaves the signals to us.
  NEXT_MANUAL_SIG_HANDLE: z.string().optional(),
});

export type Env = z.infer<typeof schema>;

/** Names each variable that is wrong and what it must be; never its value, which may be a secret. */
export class EnvError extends Error {
  override name = "EnvError" as const;
}

/** An empty or blank variable counts as unset, as compose files and CI systems write them. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const set = Object.entries(source).filter(([, value]) => (value ?? "").trim() !== "");
  const result = schema.safeParse(Object.fromEntries(set));
  if (result.success) return result.data;
  throw new EnvError(
    result.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}.`).join("\n"),
  );
}

export function env(): Env {
  return processWide("env", () => parseEnv(process.env));
}
