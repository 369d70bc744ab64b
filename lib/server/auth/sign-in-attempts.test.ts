import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isAccessError } from "@/lib/server/auth/access-error";
import { signInAttempts } from "@/lib/server/auth/sign-in-attempts";
import { forgetAll } from "@/lib/server/testing/account";
import { pass, startClock, stopClock } from "@/lib/server/testing/clock";

beforeEach(() => {
  stopClock();
  forgetAll();
});
afterEach(() => {
  startClock();
  globalThis.__tunnelboard = undefined;
});

const takeTry = (user: string, address: string, browser?: string) =>
  signInAttempts()(user, address, browser);

const HOUR_MS = 3_600_000;
let addresses = 0;
/** An address that nobody has tried from. */
const fresh = () => `2001:db8:${(addresses += 1).toString(16)}::1`;
/** Of one site, but each in a network of its own. */
const inOneSite = () => `2001:db8:5:${(addresses += 1).toString(16)}::1`;

/** How long the next try has to wait, which is taken where that is not at all. */
async function waitOf(user: string, address: string): Promise<number> {
  try {
    await takeTry(user, address);
    return 0;
  } catch (error) {
    if (!isAccessError(error) || error.reason !== "tooManyAttempts") throw error;
    return error.retryAfterMs ?? NaN;
  }
}

/** Fails so many times, as soon as each may be tried; returns the waits in between, in seconds. */
async function fail(times: number, user: () => string, address: () => string) {
  const waits: number[] = [];
  for (let tried = 0; tried < times; tried += 1) {
    const [name, from] = [user(), address()];
    const wait = await waitOf(name, from);
    if (tried > 0) waits.push(wait / 1000);
    if (wait === 0) continue;
    await pass(wait);
    expect(await waitOf(name, from)).toBe(0);
  }
  return waits;
}

const inOneNetwork = () => `2001:db8::${(addresses += 1).toString(16)}:0:1`;
const of = (one: string) => () => one;

describe("guesses at a user's password", () => {
  it("wait after the fifth, twice as long each time, and a minute at most", async () => {
    expect(await fail(13, of("ada"), fresh)).toEqual([0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60]);
  });

  it("are counted however the name is written", async () => {
    await fail(2, of("ada"), fresh);
    await fail(3, of("ADA"), fresh);
    expect(await waitOf("Ada", fresh())).toBe(1_000);
  });

  it("do not keep out others", async () => {
    await fail(5, of("ada"), fresh);
    expect(await waitOf("bob", fresh())).toBe(0);
  });

  it("are told how long is left", async () => {
    await fail(8, of("ada"), fresh);
    expect(await waitOf("ada", fresh())).toBe(8_000);
    await pass(7_999);
    expect(await waitOf("ada", fresh())).toBe(1);
    await pass(1);
    expect(await waitOf("ada", fresh())).toBe(0);
  });

  it("are not counted while they have to wait", async () => {
    await fail(5, of("ada"), fresh);
    for (let times = 0; times < 100; times += 1) expect(await waitOf("ada", fresh())).toBe(1_000);
    await pass(1_000);
    expect(await waitOf("ada", fresh())).toBe(0);
    expect(await waitOf("ada", fresh())).toBe(2_000);
  });

  it("are forgotten after an hour without one", async () => {
    await fail(8, of("ada"), fresh);
    await pass(HOUR_MS + 1);
    expect(await fail(6, of("ada"), fresh)).toEqual([0, 0, 0, 0, 1]);
  });
});

describe("guesses from an address", () => {
  let users = 0;
  const anybody = () => `user-${(users += 1)}`;

  it("wait after the twentieth, and a quarter of an hour at most", async () => {
    const waits = await fail(33, anybody, of("192.0.2.7"));
    expect(waits.slice(0, 19)).toEqual(Array.from({ length: 19 }, () => 0));
    expect(waits.slice(19)).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900]);
  });

  it("do not keep out who comes from elsewhere", async () => {
    await fail(20, anybody, of("192.0.2.7"));
    expect(await waitOf("ada", "192.0.2.7")).toBe(1_000);
    expect(await waitOf("ada", "192.0.2.8")).toBe(0);
  });

  it.each([
    ["192.0.2.7", "::ffff:192.0.2.7"],
    ["2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff"],
    ["2001:db8:1:2::1", "2001:DB8:1:2::9"],
    ["2001:db8:1:2::1", "2001:0db8:0001:0002::9"],
    // Its network ends in zeros, which are left out.
    ["2001:db8::1", "2001:db8::2"],
    ["2001:db8::1", "2001:db8:0:0:a:b:c:d"],
    ["2001:db8::1:2:3:4", "2001:db8::5:6:7:8"],
    ["::1:2:3:4", "::5:6:7:8"],
    ["fe80::1%eth0", "fe80::2%eth0"],
  ])("%s and %s are of one", async (one, other) => {
    await fail(20, anybody, of(one));
    expect(await waitOf("ada", other)).toBe(1_000);
  });

  it.each([
    ["2001:db8:1:2::1", "2001:db8:1:3::1"],
    ["2001:db8::1", "2001:db8:0:1::1"],
    ["::ffff:192.0.2.7", "::ffff:192.0.2.8"],
    ["::1:0:0:0:1", "::1"],
  ])("%s and %s are of two", async (one, other) => {
    await fail(20, anybody, of(one));
    expect(await waitOf("ada", other)).toBe(0);
  });
});

it("guesses from ever other networks of one IPv6 site wait after the hundredth", async () => {
  const waits = await fail(102, fresh, inOneSite);
  expect(waits.slice(0, 99)).toEqual(Array.from({ length: 99 }, () => 0));
  expect(waits.slice(99)).toEqual([1, 2]);
  expect(await waitOf("ada", "2001:db8:6::1")).toBe(0);
});

describe("a try that succeeds", () => {
  it("makes the user's failures forgotten", async () => {
    await fail(4, of("ada"), fresh);
    await (await takeTry("ada", fresh())).succeeded();
    expect(await fail(6, of("ada"), fresh)).toEqual([0, 0, 0, 0, 1]);
  });

  it("does not count for its address, whose failures stand", async () => {
    const guess = (times: number) => fail(times, fresh, of("192.0.2.7"));
    await guess(18);
    for (let times = 0; times < 50; times += 1)
      await (await takeTry("mallory", "192.0.2.7")).succeeded();
    expect(await guess(3)).toEqual([0, 1]);
    await pass(2_000);
    await (await takeTry("mallory", "192.0.2.7")).succeeded();
    expect(await waitOf(fresh(), "192.0.2.7")).toBe(0);
    expect(await waitOf(fresh(), "192.0.2.7")).toBe(4_000);
  });
});

describe("tries at the same time", () => {
  it("count while nobody knows yet how they end", async () => {
    const waits = await Promise.all(Array.from({ length: 100 }, () => waitOf("ada", fresh())));
    expect(waits.filter((wait) => wait === 0)).toHaveLength(5);
  });

  it("of an office that all succeed keep nobody out", async () => {
    const users = Array.from({ length: 19 }, (_, index) => `user-${index}`);
    const tries = await Promise.all(users.map((user) => takeTry(user, "192.0.2.7")));
    for (const { succeeded } of tries) await succeeded();
    expect(await waitOf("ada", "192.0.2.7")).toBe(0);
  });
});

describe("ten thousand guesses", () => {
  it.each([
    ["at one user from everywhere", of("ada"), fresh, 70],
    ["at everybody from one address", fresh, of("192.0.2.7"), 35],
    ["at everybody from one network", fresh, inOneNetwork, 35],
    ["at one user from one address", of("ada"), of("192.0.2.7"), 35],
  ])("%s within an hour let only a handful through", async (_name, user, address, most) => {
    let through = 0;
    for (let guess = 0; guess < 10_000; guess += 1) {
      if ((await waitOf(user(), address())) === 0) through += 1;
      if (guess % 100 === 99) await pass(HOUR_MS / 100);
    }
    expect(through).toBeGreaterThanOrEqual(5);
    expect(through).toBeLessThan(most);
  });
});

describe("a browser in which somebody has signed in before", () => {
  it("has tries of its own, whatever others have used up", async () => {
    await fail(8, () => "ada", fresh);
    expect(await waitOf("ada", fresh())).toBeGreaterThan(0);
    await expect(takeTry("ada", fresh(), "known")).resolves.toBeDefined();
  });

  it("has to wait as well, and longer each time", async () => {
    for (let tried = 0; tried < 5; tried += 1) await takeTry("ada", fresh(), "known");
    await expect(takeTry("ada", fresh(), "known")).rejects.toThrow("tooManyAttempts");
    await expect(takeTry("ada", fresh(), "another")).resolves.toBeDefined();
  });
});
