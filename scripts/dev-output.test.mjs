import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { isReadByPeople, readable } from "./dev-output.mjs";

describe("the log of npm run dev", () => {
  it("is for people on a terminal only", () => {
    expect(isReadByPeople({ isTTY: true }, { TERM: "xterm-256color" })).toBe(true);
    expect(isReadByPeople({ isTTY: true }, { TERM: "dumb" })).toBe(false);
    expect(isReadByPeople({ isTTY: false }, {})).toBe(false);
    expect(isReadByPeople({}, {})).toBe(false);
  });

  it("is one readable line for each of JSON, and any other line as it is", async () => {
    const output = new PassThrough();
    const input = readable(output, { colorize: false });
    const line = { level: 40, time: "2026-11-27T10:00:00.000Z", path: "/go/vco-1", msg: "request" };
    input.end(`${JSON.stringify({ ...line, Psk: "[Redacted]" })}\n ✓ Ready in 2s\n`);
    const written = (await text(output)).trimEnd().split("\n");
    expect(written).toHaveLength(2);
    expect(written[0]).toMatch(
      /^\[\d\d:\d\d:\d\d\.\d{3}\] WARN: request \{"path":"\/go\/vco-1","Psk":"\[Redacted\]"\}$/,
    );
    expect(written[1]).toBe(" ✓ Ready in 2s");
  });
});
