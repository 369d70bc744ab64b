import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type * as Pino from "pino";
import { log } from "@/lib/server/runtime/log";

const lines = vi.hoisted((): string[] => []);

vi.mock("pino", async (importOriginal) => {
  const original = await importOriginal<typeof Pino>();
  const keep = { write: (line: string) => void lines.push(line) };
  const pino = Object.assign(
    (options: Pino.LoggerOptions) => original.pino(options, keep),
    original.pino,
  );
  return { ...original, pino };
});

beforeEach(() => {
  lines.length = 0;
  globalThis.__tunnelboard = undefined;
});
afterEach(() => {
  globalThis.__tunnelboard = undefined;
});

describe("the log", () => {
  it("is JSON lines with a time that can be read", () => {
    log().info({ outcome: "ok" }, "upstream call");
    expect(JSON.parse(lines.join(""))).toEqual({
      level: 30,
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/),
      outcome: "ok",
      msg: "upstream call",
    });
  });

  it.each([
    { Psk: "hunter2" },
    { IkeConfig: { Psk: "hunter2" } },
    { connection: { IkeConfig: { Psk: "hunter2" } } },
    { VpnBgpConfig: { AuthKey: "hunter2" } },
    {
      credentials: { accessKeyId: "hunter2", accessKeySecret: "hunter2", securityToken: "hunter2" },
    },
    { parameters: { AccessKeyId: "hunter2", Signature: "hunter2", SecurityToken: "hunter2" } },
  ])("hides the secret in %j, should one ever get there", (fields) => {
    log().warn(fields, "oops");
    expect(lines).toHaveLength(1);
    expect(lines.join("")).not.toContain("hunter2");
    expect(lines.join("")).toContain("[Redacted]");
  });

  it("is one for the process", () => expect(log()).toBe(log()));
});
