import { beforeEach, describe, expect, it, vi } from "vitest";
import { compareSessionKeys } from "@/lib/server/auth/session-keys";
import type { TestContact } from "@/lib/server/testing/contact";
import { contactsOnPostgres } from "@/lib/server/testing/contacts-on-postgres";

const keyNames = vi.hoisted(() => vi.fn<() => string[]>());
const warn = vi.hoisted(() => vi.fn<(fields: object, text: string) => void>());
vi.mock("@/lib/server/auth/sealed", () => ({ keyNames }));
vi.mock("@/lib/server/runtime/log", () => ({ log: () => ({ warn, info: () => undefined }) }));

const { binaries, join } = contactsOnPostgres();

/** A replica that has told the names of its keys, the newest first. */
async function replicaWith(...names: string[]): Promise<TestContact> {
  const replica = await join();
  keyNames.mockReturnValue(names);
  compareSessionKeys(replica.contact);
  await replica.contact.round();
  return replica;
}

describe.skipIf(binaries === null)("replicas on one database", () => {
  beforeEach(() => void vi.resetAllMocks());

  it("tell of one whose sessions they cannot open", async () => {
    const other = await replicaWith("of-another");
    await replicaWith("ours");
    expect(warn).toHaveBeenCalledExactlyOnceWith(
      { replica: other.contact.replicaId },
      expect.stringContaining("SESSION_SECRET"),
    );
  });

  it("say nothing where they can, as while a key is changed", async () => {
    await replicaWith("ours");
    await replicaWith("next", "ours");
    expect(warn).not.toHaveBeenCalled();
  });

  it("say nothing of one that has ended without a word", async () => {
    const other = await replicaWith("of-another");
    await other.contact.ask((db) =>
      db
        .updateTable("replicas")
        .set(({ eb }) => ({ seen_at: eb("seen_at", "-", 20_000) }))
        .execute(),
    );
    await replicaWith("ours");
    expect(warn).not.toHaveBeenCalled();
  });
});
