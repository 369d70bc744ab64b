import { describe, expect, it } from "vitest";
import { answerOf, isMissing, nameProblemOf, initialProblemOf } from "@/lib/vpn/initial-data";
import type { Problem } from "@/lib/vpn/problem";

const answer = <T>(value: T) => ({ kind: "answer", answer: value }) as const;
const failed = (code: Problem["code"], parameter?: string) =>
  ({
    kind: "problem",
    problem: { type: "", title: code, status: 500, detail: "", code, parameter },
  }) as const;
const reading = { kind: "reading" } as const;

describe("a first answer", () => {
  it("is the answer, a problem, or neither yet", () => {
    expect(answerOf(answer(7))).toBe(7);
    expect(initialProblemOf(answer(7))).toBeNull();
    expect(answerOf(failed("timeout"))).toBeNull();
    expect(initialProblemOf(failed("timeout"))?.code).toBe("timeout");
    expect([answerOf(reading), initialProblemOf(reading)]).toEqual([null, null]);
  });

  it("tells why a name is missing, unless the thing is not there at all", () => {
    expect(nameProblemOf(failed("access_denied"))?.code).toBe("access_denied");
    expect(nameProblemOf(failed("not_found"))).toBeNull();
    expect(nameProblemOf(reading)).toBeNull();
  });
});

describe("a thing is missing", () => {
  const gone = failed("not_found", "vpnGatewayId");
  it.each([
    ["not there and no connection names it", gone, answer({ totalCount: 0 }), true],
    [
      "not there, by an answer of the API's own",
      failed("not_found"),
      answer({ totalCount: 0 }),
      true,
    ],
    ["not there, and nobody asked for connections", gone, null, true],
    ["not there, and its connections are not to be had", gone, failed("timeout"), true],
    ["a connection names it", gone, answer({ totalCount: 1 }), false],
    ["the region is not there", failed("not_found", "regionId"), answer({ totalCount: 0 }), false],
    ["it may not be read", failed("access_denied"), answer({ totalCount: 0 }), false],
    ["it is still being read", reading, answer({ totalCount: 0 }), false],
    ["it is there", answer({}), answer({ totalCount: 0 }), false],
  ])("%s", (_name, thing, connections, expected) => {
    expect(isMissing(thing, connections)).toBe(expected);
  });
});
