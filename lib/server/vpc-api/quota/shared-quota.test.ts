import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { limitedCalls } from "@/lib/server/testing/limited-calls";
import { contactsOnPostgres } from "@/lib/server/testing/contacts-on-postgres";
import { mostWithin } from "@/lib/server/testing/starts";
import type { Ceilings } from "@/lib/server/vpc-api/quota/ceilings";
import { createLimiter } from "@/lib/server/vpc-api/quota/limiter";
import { createSharedQuota } from "@/lib/server/vpc-api/quota/shared-quota";

const { binaries, server, contacts, join } = contactsOnPostgres();

/** A minute is a second and a half here. */
const SPAN_MS = 1_500;
const CEILINGS: Ceilings = { callsPerSecond: 100, calls: 60, backgroundCalls: 48 };

/** So many replicas, each with a limiter, whose calls are written down together. */
async function together(count: number, ceilings = CEILINGS) {
  for (let index = 0; index < count; index += 1) await join();
  // Each has now seen all the others.
  await rounds();
  return contacts.slice(-count).map(({ contact }) => {
    const shared = createSharedQuota(contact, ceilings, { spanMs: SPAN_MS, silentAfterMs: 1_000 });
    return limitedCalls(createLimiter(ceilings, { shared, spanMs: SPAN_MS }));
  });
}

const rounds = () => Promise.all(contacts.map(({ contact }) => contact.round()));

type Calls = ReturnType<typeof limitedCalls>;

const times = (count: number, work: (index: number) => void) => {
  for (let index = 0; index < count; index += 1) work(index);
};

const startsOf = (all: Calls[], regionId?: string) =>
  all
    .flatMap(({ started }) => started)
    .filter(({ key }) => regionId === undefined || key.regionId === regionId)
    .map(({ at }) => at)
    .toSorted((one, other) => one - other);

async function untilStarted(all: Calls[], count: number): Promise<void> {
  while (startsOf(all).length < count) await sleep(10);
}

describe.skipIf(binaries === null)("replicas on one database", () => {
  it("start no more of an action in a region than one may, in any span", async () => {
    const all = await together(3);
    for (const calls of all) times(30, () => calls.call("busy"));
    await untilStarted(all, 90);
    expect(mostWithin(startsOf(all), SPAN_MS)).toBeLessThanOrEqual(54);
    expect(all.every(({ started }) => started.length === 30)).toBe(true);
  });

  it("start no more in any second than one may", async () => {
    const all = await together(3);
    for (const calls of all) times(45, (index) => calls.call(`region-${index % 20}`));
    await untilStarted(all, 135);
    expect(mostWithin(startsOf(all), 1_000)).toBeLessThanOrEqual(90);
  });

  it("leave a part to those who wait, whichever replica reads behind an answer", async () => {
    const [one, other, third] = await together(3);
    if (one === undefined || other === undefined || third === undefined) throw new Error("none");
    times(35, () => one.call("busy", { isBackground: true }));
    times(35, () => other.call("busy", { isBackground: true }));
    times(30, () => third.call("busy"));
    await untilStarted([one, other, third], 100);
    expect(mostWithin(startsOf([one, other]), SPAN_MS)).toBeLessThanOrEqual(43);
    expect(mostWithin(startsOf([one, other, third]), SPAN_MS)).toBeLessThanOrEqual(54);
  });

  it("get all of it, and those who wait the part that is left to them", async () => {
    for (const _ of [1, 2]) await join();
    await rounds();
    const [one, other] = contacts.map(({ contact }) => createSharedQuota(contact, CEILINGS));
    const takenBy = async (quota: typeof one, count: number, isBackground: boolean) => {
      const key = { action: "DescribeX", regionId: "busy", isBackground };
      const taken = await quota?.take(Array.from({ length: count }, () => key));
      return taken?.filter((call) => "from" in call).length;
    };
    expect(await takenBy(one, 30, true)).toBe(30);
    expect(await takenBy(other, 30, true)).toBe(13);
    expect(await takenBy(other, 30, false)).toBe(11);
    expect(await takenBy(one, 1, false)).toBe(0);
  });

  it("count the calls of one that was killed until they are over", async () => {
    const [killed] = await together(1);
    times(54, () => killed?.call("busy"));
    await untilStarted(killed === undefined ? [] : [killed], 54);
    // It says no goodbye.
    contacts.length = 0;
    const [next] = await together(1);
    times(54, () => next?.call("busy"));
    await untilStarted(next === undefined ? [] : [next], 54);
    const all = [killed, next].flatMap((calls) => calls ?? []);
    expect(mostWithin(startsOf(all), SPAN_MS)).toBeLessThanOrEqual(54);
  });

  it.each(["stop", "hang"] as const)(
    "go on alone while it does not answer (%s), and together again, within the same limits",
    async (failing) => {
      const all = await together(3);
      const startedBy = (least: number) => untilStarted(all, least);
      for (const { contact } of contacts) contact.start();
      for (const calls of all) times(70, () => calls.call("busy"));
      await startedBy(40);
      await server()[failing]();
      await untilAlone(true);
      // What each has by itself, and then the share of each.
      await startedBy(startsOf(all).length + 60);
      await (failing === "stop" ? server().start() : server().goOn());
      await untilAlone(false);
      await startedBy(210);
      expect(mostWithin(startsOf(all), SPAN_MS)).toBeLessThanOrEqual(60);
      expect(mostWithin(startsOf(all), 1_000)).toBeLessThanOrEqual(100);
    },
    60_000,
  );

  it("hear of one again only when they know what it has started by itself", async () => {
    const [one, other] = [await join(), await join()];
    await one.contact.round();
    const options = { spanMs: SPAN_MS, silentAfterMs: 100 };
    const quota = createSharedQuota(one.contact, CEILINGS, options);
    await sleep(200);
    const key = { action: "DescribeX", regionId: "busy", isBackground: false };
    const takeAll = async () => {
      const taken = await quota.take(Array.from({ length: 60 }, () => key));
      return taken.filter((call) => "from" in call).length;
    };
    // While the other one tells what it has done, it still has its share.
    const meanwhile: number[] = [];
    other.contact.exchange(async () => void meanwhile.push(await takeAll()));
    await other.contact.round();
    expect(meanwhile).toEqual([27]);
    expect(await takeAll()).toBe(27);
  });

  it("leave to one that has fallen silent what it may start by itself", async () => {
    const [silent, ...others] = await together(2);
    await sleep(1_100);
    // The other one has been heard of.
    await contacts[1]?.contact.round();
    for (const calls of others) times(60, () => calls.call("busy"));
    await untilStarted(others, 60);
    expect(mostWithin(startsOf(others), SPAN_MS)).toBeLessThanOrEqual(27);
    expect(silent?.started).toEqual([]);
  });
});

async function untilAlone(isAlone: boolean): Promise<void> {
  while (contacts.some(({ contact }) => (contact.alone() !== null) !== isAlone)) await sleep(10);
}
