import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { compareSessionKeys } from "@/lib/server/auth/session-keys";
import { startContact, type TestContact } from "@/lib/server/testing/contact";
import { postgresFolder, startPostgres } from "@/lib/server/testing/postgres";

const keyNames = vi.hoisted(() => vi.fn<() => string[]>());
const warn = vi.hoisted(() => vi.fn<(fields: object, text: string) => void>());
vi.mock("@/lib/server/auth/sealed", () => ({ keyNames }));
vi.mock("@/lib/server/runtime/log", () => ({ log: () => ({ warn, info: () => undefined }) }));

const binaries = postgresFolder();
let server: Awaited<ReturnType<typeof startPostgres>>;
let replicas: TestContact[];

/** A replica that has told the names of its keys, the newest first. */
async function replicaWith(...names: string[]): Promise<TestContact> {
  const replica = await startContact(server.url);
  replicas.push(replica);
  keyNames.mockReturnValue(names);
  compareSessionKeys(replica.contact);
  await replica.contact.round();
  return replica;
}

describe.skipIf(binaries === null)("replicas on one database", () => {
  beforeAll(async () => {
    server = await startPostgres(binaries ?? "");
  });
  afterAll(() => server.end());
  beforeEach(async () => {
    replicas = [];
    vi.resetAllMocks();
    await server.empty();
  });
  afterEach(() => Promise.all(replicas.map(({ end }) => end())));

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
