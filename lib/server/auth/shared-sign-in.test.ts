import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { isAccessError } from "@/lib/server/auth/access-error";
import { createRevocations } from "@/lib/server/auth/revocations";
import { createSignInAttempts } from "@/lib/server/auth/sign-in-attempts";
import { contactsOnPostgres } from "@/lib/server/testing/contacts-on-postgres";
import { BY_PROVIDER, signInBy } from "@/lib/server/testing/sign-in";

const { binaries, server, join: joinContact } = contactsOnPostgres();
const HOUR_MS = 3_600_000;

async function join() {
  const { contact } = await joinContact();
  const revocations = createRevocations(contact);
  const takeTry = createSignInAttempts(contact);
  await contact.round();
  return { contact, revocations, takeTry };
}

type Replica = Awaited<ReturnType<typeof join>>;

/** How long the next try has to wait, which is taken where that is not at all. */
async function waitAt({ takeTry }: Replica, user: string, address: string): Promise<number> {
  try {
    await takeTry(user, address);
    return 0;
  } catch (error) {
    if (!isAccessError(error) || error.reason !== "tooManyAttempts") throw error;
    return error.retryAfterMs ?? NaN;
  }
}

const rowsOf = async ({ contact }: Replica, table: "revocations" | "sign_in_tries") =>
  (
    await contact.ask((db) =>
      sql<{ tries?: number }>`select * from ${sql.table(table)}`.execute(db),
    )
  ).rows;

/** Rounds until it is so. */
async function untilRound(replica: Replica, isSo: () => boolean): Promise<void> {
  while (!isSo()) {
    await replica.contact.round();
    await sleep(20);
  }
}

let addresses = 0;
const fresh = () => `192.0.2.${(addresses += 1)}`;

describe.skipIf(binaries === null)("replicas on one database", () => {
  beforeEach(() => signInBy(BY_PROVIDER));
  afterEach(() => {
    vi.unstubAllEnvs();
    globalThis.__tunnelboard = undefined;
  });

  it("know of each other's sign-outs with the next round, and a new one with its first", async () => {
    const [one, other] = [await join(), await join()];
    await one.revocations.revoke("session", "id-1", HOUR_MS);
    expect(one.revocations.isRevoked("session", "id-1")).toBe(true);
    await other.contact.round();
    expect(other.revocations.isRevoked("session", "id-1")).toBe(true);
    expect(other.revocations.isRevoked("session", "id-2")).toBe(false);
    expect(other.revocations.isRevoked("state", "id-1")).toBe(false);
    const late = await join();
    expect(late.revocations.isRevoked("session", "id-1")).toBe(true);
  });

  it("take the state of a single sign-on once, whoever is asked at the same time", async () => {
    const replicas = [await join(), await join(), await join()];
    const taken = await Promise.all(
      replicas.flatMap(({ revocations }) =>
        [1, 2].map(() => revocations.revoke("state", "abc", HOUR_MS)),
      ),
    );
    expect(taken.filter(Boolean)).toHaveLength(1);
  });

  it("are told of what happened while the database was away", async () => {
    const [one, other] = [await join(), await join()];
    await server().stop();
    expect(await one.revocations.revoke("session", "id-1", HOUR_MS)).toBe(true);
    expect(one.revocations.isRevoked("session", "id-1")).toBe(true);
    await other.contact.round();
    expect(other.contact.alone()).not.toBeNull();
    await server().start();
    await untilRound(one, () => one.contact.alone() === null);
    await untilRound(other, () => other.revocations.isRevoked("session", "id-1"));
  });

  it("do not hold up more than one request while the database hangs", async () => {
    const one = await join();
    server().hang();
    const order: string[] = [];
    const first = one.revocations
      .revoke("session", "id-1", HOUR_MS)
      .then(() => order.push("first"));
    while (one.contact.alone() === null) await sleep(10);
    await one.revocations.revoke("session", "id-2", HOUR_MS);
    order.push("second");
    await first;
    expect(order.toSorted()).toEqual(["first", "second"]);
    server().goOn();
    await untilRound(one, () => one.contact.alone() === null);
    expect(await rowsOf(one, "revocations")).toHaveLength(2);
  });

  it("count guesses together, and forget a user's when one of them succeeds", async () => {
    const [one, other] = [await join(), await join()];
    for (const replica of [one, other, one, other, one]) {
      expect(await waitAt(replica, "ada", fresh())).toBe(0);
    }
    expect(await waitAt(other, "ADA", fresh())).toBeGreaterThan(0);
    expect(await waitAt(other, "bob", fresh())).toBe(0);
    const late = await join();
    let waitMs: number;
    while ((waitMs = await waitAt(late, "ada", fresh())) > 0) await sleep(waitMs);
    // The sixth.
    expect(await waitAt(one, "ada", fresh())).toBeGreaterThan(1_000);
    const { succeeded } = await one.takeTry("bob", fresh());
    await succeeded();
    for (let tried = 0; tried < 4; tried += 1) {
      expect(await waitAt(late, "bob", fresh())).toBe(0);
    }
  });

  it("count each one when all are asked at once", async () => {
    const replicas = [await join(), await join(), await join()];
    const waits = await Promise.all(
      [...replicas, ...replicas.slice(1)].map((replica) => waitAt(replica, "ada", fresh())),
    );
    expect(waits).toEqual([0, 0, 0, 0, 0]);
    const counts = await rowsOf(replicas[0] ?? (await join()), "sign_in_tries");
    // Five addresses once, and one user five times.
    expect(
      counts.map(({ tries }) => tries).toSorted((one, other) => Number(one) - Number(other)),
    ).toEqual([1, 1, 1, 1, 1, 5]);
  });

  it("add the guesses that were made while the database was away", async () => {
    const [one, other] = [await join(), await join()];
    await server().stop();
    for (let tried = 0; tried < 3; tried += 1) {
      expect(await waitAt(one, "ada", fresh())).toBe(0);
    }
    await server().start();
    await untilRound(one, () => one.contact.alone() === null);
    await untilRound(other, () => other.contact.alone() === null);
    expect(await waitAt(one, "ada", fresh())).toBe(0);
    expect(await waitAt(other, "ada", fresh())).toBe(0);
    expect(await waitAt(other, "ada", fresh())).toBeGreaterThan(0);
  });

  it("keep no name, address or id in the database, and nothing that is over", async () => {
    const one = await join();
    await one.revocations.revoke("session", "id-of-a-session", HOUR_MS);
    await one.revocations.revoke("state", "state-of-a-way-back", 1);
    await waitAt(one, "ada.lovelace", "192.0.2.77");
    const kept = JSON.stringify([
      ...(await rowsOf(one, "revocations")),
      ...(await rowsOf(one, "sign_in_tries")),
    ]);
    expect(kept).not.toMatch(/ada|lovelace|192\.0\.2|id-of|state-of/);
    await one.contact.ask((db) => sql`update sign_in_tries set tried_at = 0`.execute(db));
    // The first round of another one cleans up.
    await sleep(2);
    await join();
    expect(await rowsOf(one, "revocations")).toHaveLength(1);
    expect(await rowsOf(one, "sign_in_tries")).toEqual([]);
  });
});
