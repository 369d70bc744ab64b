import { EventEmitter } from "node:events";
import { afterEach, beforeEach, expect, it } from "vitest";
import { logConsole, logWarnings } from "@/lib/server/runtime/console-log";
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

it("of Node.js is information where something is deprecated, and a warning otherwise", () => {
  const emitter = new EventEmitter();
  const before = { warnings: 0 };
  emitter.on("warning", () => (before.warnings += 1));
  logWarnings(emitter);
  const deprecated = Object.assign(new Error("`url.parse()` is not standardized"), {
    name: "DeprecationWarning",
    code: "DEP0169",
  });
  emitter.emit("warning", deprecated);
  emitter.emit("warning", Object.assign(new Error("11 listeners"), { name: "MaxListeners" }));
  expect(logged()).toMatchObject([
    { level: 30, msg: "DeprecationWarning DEP0169: `url.parse()` is not standardized" },
    { level: 40, msg: "MaxListeners: 11 listeners" },
  ]);
  expect(before.warnings).toBe(0);
});
