import { afterEach, beforeEach, expect, it } from "vitest";
import { logConsole } from "@/lib/server/runtime/console-log";
import { forgetAll } from "@/lib/server/testing/account";

const written: Pick<Console, "error" | "warn"> = { error: () => undefined, warn: () => undefined };
let lines: string[];

beforeEach(() => {
  lines = forgetAll();
  logConsole(written);
});
afterEach(() => {
  globalThis.__tunnelboard = undefined;
});

const logged = () => lines.map((line): unknown => JSON.parse(line));

it("is a line of the log, without queries and colours", () => {
  written.warn(
    "Body exceeded %s for /a?q=hunter2. Only \u001B[31mso much\u001B[0m of '*?q=hunter2'",
    "16KB",
  );
  expect(logged()).toMatchObject([
    { level: 40, msg: "Body exceeded 16KB for /a?… Only so much of '*?…'" },
  ]);
});

it("has the stack of an error, and an end", () => {
  written.error("⨯", new Error("at /go?id=hunter2 went wrong"), "x".repeat(10_000));
  expect(logged()).toMatchObject([
    { level: 50, msg: expect.stringMatching(/^⨯ Error: at \/go\?… went wrong\n {4}at /) },
  ]);
  expect(lines.join("").length).toBeLessThan(6_000);
});
