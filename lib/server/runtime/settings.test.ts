import { afterEach, describe, expect, it, vi } from "vitest";
import { env, EnvError, parseEnv } from "@/lib/server/runtime/settings";

const DEFAULTS = {
  HOST: "127.0.0.1",
  PORT: 3000,
  TUNNELBOARD_CACHE_SECONDS: 10,
  TUNNELBOARD_STALE_SECONDS: 3600,
  TUNNELBOARD_POLL_SECONDS: 60,
  TUNNELBOARD_HISTORY_DAYS: 90,
  TUNNELBOARD_CALLS_PER_SECOND: 100,
  TUNNELBOARD_DEMO: false,
  access: { by: "loopback" },
};

function failureOf(source: Record<string, string>): unknown {
  try {
    return parseEnv(source);
  } catch (error) {
    return error;
  }
}

afterEach(() => {
  vi.unstubAllEnvs();
  globalThis.__tunnelboard = undefined;
});

describe("the environment", () => {
  it("may say nothing", () => expect(parseEnv({})).toEqual(DEFAULTS));

  it.each(["", " ", "\t\n"])("counts %j as unset, and ignores what is not ours", (blank) => {
    const source = {
      HOST: blank,
      PORT: blank,
      VPC_ENDPOINT: blank,
      TUNNELBOARD_REGIONS: blank,
      TUNNELBOARD_CACHE_SECONDS: blank,
      TUNNELBOARD_STALE_SECONDS: blank,
      TUNNELBOARD_CALLS_PER_SECOND: blank,
      TUNNELBOARD_DEMO: blank,
      APP_URL: blank,
      SESSION_SECRET: blank,
      OIDC_ISSUER: blank,
      OIDC_CLIENT_ID: blank,
      OIDC_CLIENT_SECRET: blank,
      OIDC_ROLES_CLAIM: blank,
      TUNNELBOARD_USERS_FILE: blank,
      TUNNELBOARD_TRUSTED_PROXIES: blank,
      TUNNELBOARD_USER_HEADER: blank,
      TUNNELBOARD_METRICS_TOKEN: blank,
      PATH: "/bin",
    };
    expect(parseEnv(source)).toEqual(DEFAULTS);
  });

  it.each([
    ["HOST", "::1", "::1"],
    ["HOST", "127.1.2.3", "127.1.2.3"],
    ["HOST", "localhost", "localhost"],
    ["PORT", "0", 0],
    ["PORT", "65535", 65_535],
    ["VPC_ENDPOINT", "http://127.0.0.1:4010", "http://127.0.0.1:4010"],
    ["VPC_ENDPOINT", "http://[::1]:4010", "http://[::1]:4010"],
    ["VPC_ENDPOINT", "https://vpc.example.org/", "https://vpc.example.org"],
    ["VPC_ENDPOINT", "HTTPS://VPC.example.org:443", "https://vpc.example.org"],
    ["TUNNELBOARD_REGIONS", "eu-central-1", ["eu-central-1"]],
    ["TUNNELBOARD_REGIONS", " cn-beijing , us-east-1,,cn-beijing,", ["cn-beijing", "us-east-1"]],
    ["TUNNELBOARD_CACHE_SECONDS", "0", 0],
    ["TUNNELBOARD_CACHE_SECONDS", "3600", 3600],
    ["TUNNELBOARD_CACHE_SECONDS", "0.5", 0.5],
    ["TUNNELBOARD_STALE_SECONDS", "0", 0],
    ["TUNNELBOARD_STALE_SECONDS", "604800", 604_800],
    ["TUNNELBOARD_CALLS_PER_SECOND", "1", 1],
    ["TUNNELBOARD_CALLS_PER_SECOND", "10000", 10_000],
    ["TUNNELBOARD_POLL_SECONDS", "0", 0],
    ["TUNNELBOARD_POLL_SECONDS", "3600", 3600],
    ["TUNNELBOARD_HISTORY_DAYS", "1", 1],
    ["TUNNELBOARD_HISTORY_DAYS", "730", 730],
    ["TUNNELBOARD_REPLICAS", "1", 1],
    ["TUNNELBOARD_REPLICAS", "1000", 1000],
    ["TUNNELBOARD_DATA_DIR", "/var/lib/tunnelboard", "/var/lib/tunnelboard"],
    ["DATABASE_URL", "postgres://user@db/t", "postgres://user@db/t"],
    ["DATABASE_URL", "postgresql://user:pass@db:5433/t", "postgresql://user:pass@db:5433/t"],
    ["TUNNELBOARD_METRICS_TOKEN", "0123456789abcdef", "0123456789abcdef"],
    ["TUNNELBOARD_METRICS_TOKEN", "aA0-._~+/aA0-._~+/==", "aA0-._~+/aA0-._~+/=="],
    ["TUNNELBOARD_DEMO", "1", true],
    ["TUNNELBOARD_DEMO", "true", true],
    ["TUNNELBOARD_DEMO", "0", false],
    ["TUNNELBOARD_DEMO", "false", false],
  ])("takes %s=%s", (name, value, expected) => {
    expect(parseEnv({ [name]: value })).toEqual({ ...DEFAULTS, [name]: expected });
  });

  it.each([
    ["HOST", "hunter2 hunter2"],
    ["HOST", "hunter2/24"],
    ["HOST", "hunter2".repeat(40)],
    ["PORT", "hunter2"],
    ["PORT", "80.5"],
    ["PORT", "-1"],
    ["PORT", "65536"],
    ["PORT", "Infinity"],
    ["VPC_ENDPOINT", "hunter2"],
    ["VPC_ENDPOINT", "hunter2.aliyuncs.com"],
    ["VPC_ENDPOINT", "https://"],
    ["VPC_ENDPOINT", "https://hunter2 hunter2"],
    ["VPC_ENDPOINT", "https://hunter2:99999"],
    ["VPC_ENDPOINT", "ftp://hunter2.org"],
    ["VPC_ENDPOINT", "file:///hunter2"],
    ["VPC_ENDPOINT", "https://host/hunter2"],
    ["VPC_ENDPOINT", "https://host/?key=hunter2"],
    ["VPC_ENDPOINT", "https://host/#hunter2"],
    ["VPC_ENDPOINT", "https://hunter2@host"],
    ["VPC_ENDPOINT", "https://user:hunter2@host"],
    ["VPC_ENDPOINT", "https://:hunter2@host"],
    ["TUNNELBOARD_POLL_SECONDS", "0.5"],
    ["TUNNELBOARD_POLL_SECONDS", "3601"],
    ["TUNNELBOARD_HISTORY_DAYS", "0"],
    ["TUNNELBOARD_HISTORY_DAYS", "731"],
    ["TUNNELBOARD_REPLICAS", "0"],
    ["TUNNELBOARD_REPLICAS", "1001"],
    ["TUNNELBOARD_REPLICAS", "2.5"],
    ["DATABASE_URL", "hunter2"],
    ["DATABASE_URL", "mysql://user:hunter2@db/t"],
    ["TUNNELBOARD_REGIONS", " , "],
    ["TUNNELBOARD_REGIONS", "hunter2"],
    ["TUNNELBOARD_REGIONS", "cn-hangzhou;cn-beijing"],
    ["TUNNELBOARD_REGIONS", "cn-hangzhou,cn-hunter2/"],
    ["TUNNELBOARD_CACHE_SECONDS", "hunter2"],
    ["TUNNELBOARD_CACHE_SECONDS", "-1"],
    ["TUNNELBOARD_CACHE_SECONDS", "3601"],
    ["TUNNELBOARD_CACHE_SECONDS", "NaN"],
    ["TUNNELBOARD_STALE_SECONDS", "-1"],
    ["TUNNELBOARD_STALE_SECONDS", "604801"],
    ["TUNNELBOARD_CALLS_PER_SECOND", "0"],
    ["TUNNELBOARD_CALLS_PER_SECOND", "2.5"],
    ["TUNNELBOARD_CALLS_PER_SECOND", "10001"],
    ["TUNNELBOARD_CALLS_PER_SECOND", "hunter2"],
    ["TUNNELBOARD_METRICS_TOKEN", "hunter2-0123456"],
    ["TUNNELBOARD_METRICS_TOKEN", "hunter2 0123456789"],
    ["TUNNELBOARD_METRICS_TOKEN", "hunter2-0123456789é"],
    ["TUNNELBOARD_METRICS_TOKEN", "hunter2=0123456789"],
    ["TUNNELBOARD_DEMO", "hunter2"],
    ["TUNNELBOARD_DEMO", "TRUE"],
  ])("refuses %s=%s by name, without its value", (name, value) => {
    const error = failureOf({ [name]: value });
    expect(error).toBeInstanceOf(EnvError);
    expect(String(error)).toMatch(new RegExp(`^EnvError: ${name} must (be|hold) .+\\.$`));
    expect(String(error)).not.toContain("hunter2");
  });

  it("names every variable that is wrong, each on a line", () => {
    const error = failureOf({ PORT: "x", HOST: "a b", VPC_ENDPOINT: "y", TUNNELBOARD_DEMO: "z" });
    const lines = String(error).replace("EnvError: ", "").split("\n");
    expect(lines.map((line) => line.split(" ")[0] ?? "").toSorted()).toEqual([
      "HOST",
      "PORT",
      "TUNNELBOARD_DEMO",
      "VPC_ENDPOINT",
    ]);
  });

  it("is read once for the process", () => {
    vi.stubEnv("VPC_ENDPOINT", "http://127.0.0.1:1");
    const first = env();
    vi.stubEnv("VPC_ENDPOINT", "http://127.0.0.1:2");
    expect(env()).toBe(first);
    expect(first.VPC_ENDPOINT).toBe("http://127.0.0.1:1");
    globalThis.__tunnelboard = undefined;
    expect(env().VPC_ENDPOINT).toBe("http://127.0.0.1:2");
  });
});
