import { describe, expect, it } from "vitest";
import { LOG_RETENTION_MS, LATEST_LOGS } from "@/lib/vpn/logs/connection-logs";
import {
  earlierThan,
  hasTunnel,
  isKept,
  laterThan,
  possibleQuestion,
  windowOf,
} from "@/lib/vpn/logs/possible-question";
import { connection, tunnel } from "@/lib/vpn/testing/connections";

const MINUTE = 60_000;
const now = Date.UTC(2026, 0, 1, 0, 5, 0, 300);
const pair = connection("vco-1", [{ ...tunnel("x"), tunnelId: "tun-1" }]);
const asked = (more: object) => ({ ...LATEST_LOGS, ...more });

describe("a question about logs", () => {
  it.each([
    ["the latest minutes", {}, null],
    ["a tunnel that there is", { tunnelId: "tun-1" }, null],
    ["a tunnel that there is not", { tunnelId: "tun-9" }, "tunnelId"],
    ["yesterday", { until: now - 24 * 60 * MINUTE }, null],
    ["a clock that is a little ahead", { until: now + 30_000 }, null],
    ["the future", { until: now + 5 * MINUTE }, "until"],
    ["the first minutes that are kept", { until: now - LOG_RETENTION_MS + 10 * MINUTE }, null],
    ["those before", { until: now - LOG_RETENTION_MS + 9 * MINUTE }, "until"],
    ["the year 1970", { until: 0 }, "until"],
  ])("for %s", (_name, more, wrong) => {
    expect(hasTunnel(asked(more), pair)).toBe(wrong !== "tunnelId");
    expect(isKept(asked(more), now)).toBe(wrong !== "until");
  });

  it("loses on a page what is impossible, and nothing else", () => {
    const question = asked({ tunnelId: "tun-9", minutes: 3, until: 5 });
    expect(possibleQuestion(question, pair, now)).toEqual(asked({ minutes: 3 }));
    expect(possibleQuestion(asked({ tunnelId: "tun-1" }), pair, now)).toEqual(
      asked({ tunnelId: "tun-1" }),
    );
  });

  it("is of whole seconds up to now at most", () => {
    const to = Date.UTC(2026, 0, 1, 0, 5, 0);
    expect(windowOf(asked({}), now)).toEqual({ from: to - 10 * MINUTE, to });
    expect(windowOf(asked({ minutes: 1, until: now + 30_000 }), now).to).toBe(to);
    expect(windowOf(asked({ until: 1_000_000_500 }), now).to).toBe(1_000_000_000);
  });

  it("leads to the minutes before, without a gap, as far back as lines are kept", () => {
    const read = windowOf(asked({}), now);
    const earlier = earlierThan(asked({ tunnelId: "tun-1" }), read, now);
    expect(earlier).toEqual(asked({ tunnelId: "tun-1", until: read.from }));
    const first = { from: now - LOG_RETENTION_MS + 5 * MINUTE, to: now };
    expect(earlierThan(asked({}), first, now)).toBeNull();
  });

  it("leads back to later ones, and at last to the latest", () => {
    expect(laterThan(asked({}), windowOf(asked({}), now), now)).toBeNull();
    const old = asked({ until: now - 60 * MINUTE });
    expect(laterThan(old, windowOf(old, now), now)?.until).toBe(
      windowOf(old, now).to + 10 * MINUTE,
    );
    const recent = asked({ until: now - 5 * MINUTE });
    expect(laterThan(recent, windowOf(recent, now), now)?.until).toBeNull();
  });
});
