import { describe, expect, it } from "vitest";
import { readCliOptions } from "./cli-options";

describe("readCliOptions", () => {
  it("has defaults", () => {
    expect(readCliOptions([], 20)).toEqual({
      host: "127.0.0.1",
      port: 4010,
      regions: 12,
      connections: 300,
      latencyMs: 0,
      seed: 7,
      drift: true,
    });
  });

  it("reads every flag", () => {
    const line =
      "--host ::1 --port 0 --regions 3 --connections 9 --latency-ms 40 --seed 2 --no-drift";
    expect(readCliOptions(line.split(" "), 20)).toEqual({
      host: "::1",
      port: 0,
      regions: 3,
      connections: 9,
      latencyMs: 40,
      seed: 2,
      drift: false,
    });
    expect(readCliOptions(["--help"], 20)).toBe("help");
  });

  it.each([
    [["--port", "65536"], "--port must be a whole number from 0 to 65535."],
    [["--port", ""], "--port must be"],
    [["--regions", "21"], "--regions must be a whole number from 1 to 20."],
    [["--connections", "1e3"], "--connections must be"],
    [["--seed", "-1"], "--seed"],
    [["--host", ""], "--host must not be empty."],
    [["--drift"], "--drift"],
    [["4010"], "4010"],
  ])("refuses %j", (args, message) => {
    expect(() => readCliOptions(args, 20)).toThrow(message);
  });
});
