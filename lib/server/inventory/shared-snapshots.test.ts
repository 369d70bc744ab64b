import { gunzipSync } from "node:zlib";
import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { shareInDatabase } from "@/lib/server/database/store";
import { saveAnswer } from "@/lib/server/replicas/answers/answer-store";
import { engine } from "@/lib/server/testing/engine";
import { startHistory } from "@/lib/server/testing/history";
import { postgresFolder, startPostgres } from "@/lib/server/testing/postgres";
import { type Sharing, sharingAt } from "@/lib/server/testing/sharing";
import { VpcApiError } from "@/lib/server/vpc-api/errors";
import { keyFactsOf, keyPresenceOf } from "@/lib/server/vpc-api/key-facts";
import { isReadHere, keyedHash } from "@/lib/server/vpc-api/secret-fingerprints";
import { connection, tunnel } from "@/lib/vpn/testing/connections";
import type { VpnConnection } from "@/lib/vpn/types";

const binaries = postgresFolder();
const WAIT = { timeout: 60_000, interval: 20 };
const KEY = "Tr0ub4dor-and-3-more";

let server: Awaited<ReturnType<typeof startPostgres>>;
let history: ReturnType<typeof startHistory>;
let replicas: Sharing[] = [];
let answers: Map<string, VpnConnection[] | Error>;

function withKey(id: string, key: string): VpnConnection {
  const one = tunnel("ipsec_sa_established");
  return connection(id, [{ ...one, ikeConfig: { ...one.ikeConfig, psk: keyPresenceOf(key) } }]);
}

async function api(regionId: string): Promise<VpnConnection[]> {
  const answer = answers.get(regionId) ?? [withKey("vco-1", KEY)];
  if (answer instanceof Error) throw answer;
  return answer;
}

/** One that leads and others that follow. */
async function start(count: number): Promise<[Sharing, ...Sharing[]]> {
  replicas = Array.from({ length: count }, () => sharingAt(server.url, api));
  const roles = () => replicas.map(({ replica }) => replica.role()).toSorted();
  const wanted = [...Array.from({ length: count - 1 }, () => "follower"), "leader"];
  await vi.waitFor(() => expect(roles()).toEqual(wanted), WAIT);
  const [leader, ...followers] = replicas.toSorted(
    (one, other) => (other.replica.term() ?? 0) - (one.replica.term() ?? 0),
  );
  if (leader === undefined) throw new Error("nobody leads");
  return [leader, ...followers];
}

const reads = () => replicas.map((one) => one.readCount());
const rows = () =>
  shareInDatabase(async (db) => ({
    answers: await db.selectFrom("shared_answers").selectAll().execute(),
    parts: await db.selectFrom("shared_parts").selectAll().orderBy("part").execute(),
  }));

describe.skipIf(binaries === null)("snapshots that replicas share", () => {
  engine.isServer = true;
  beforeAll(async () => {
    server = await startPostgres(binaries ?? "");
    engine.url = server.url;
  });
  afterAll(() => server.end());
  beforeEach(async () => {
    await server.empty();
    history = startHistory();
    answers = new Map();
  });
  afterEach(async () => {
    for (const { replica } of replicas) replica.stop();
    replicas = [];
    await history.end();
  });

  it("are read by the leader, whoever looks", async () => {
    const [leader, ...followers] = await start(3);
    const looks = await Promise.all(followers.flatMap((one) => [one.look("r"), one.look("r")]));
    expect(leader.readCount()).toBeGreaterThan(0);
    expect(followers.map((one) => one.readCount())).toEqual([0, 0]);
    for (const { answer, failure } of looks) {
      expect(failure).toBeNull();
      expect(answer.vpnConnections).toEqual(leader.kept("r")?.answer?.vpnConnections);
    }
  });

  it("come to all others, and tell how old they are", async () => {
    const [leader, ...followers] = await start(3);
    await leader.look("r");
    for (const one of followers) {
      await vi.waitFor(() => expect(one.kept("r")?.answer).toBeDefined(), WAIT);
      expect(one.kept("r")?.answer?.fetchedAt).toBe(leader.kept("r")?.answer?.fetchedAt);
      expect(one.kept("r")?.answeredAt).toBeLessThanOrEqual(performance.now());
    }
    expect(reads()).toContain(1);
    expect(reads().filter((count) => count === 0)).toHaveLength(2);
  });

  it("fail for all with the same reason, and keep what there was", async () => {
    const [leader, follower] = await start(2);
    await leader.look("r");
    await vi.waitFor(() => expect(follower?.kept("r")?.answer).toBeDefined(), WAIT);
    answers.set("r", new VpcApiError("access_denied", { upstreamCode: "Forbidden.RAM" }));
    const current = await follower?.look("r");
    expect(current?.failure).toMatchObject({
      code: "access_denied",
      upstreamCode: "Forbidden.RAM",
    });
    expect(current?.answer.vpnConnections).toHaveLength(1);
    expect(follower?.readCount()).toBe(0);
  });

  it("are written in parts, of which only those that say something new are written again", async () => {
    const [leader, follower] = await start(2);
    const many = Array.from({ length: 450 }, (_, index) => withKey(`vco-${index}`, KEY));
    answers.set("r", many);
    await leader.look("r");
    await vi.waitFor(() => expect(follower?.kept("r")?.answer?.vpnConnections).toEqual(many), WAIT);
    const before = follower?.kept("r")?.answer?.vpnConnections ?? [];
    answers.set("r", many.with(250, { ...(many[250] ?? withKey("", "")), name: "new" }));
    await leader.look("r");
    await vi.waitFor(
      () => expect(follower?.kept("r")?.answer?.vpnConnections[250]?.name).toBe("new"),
      WAIT,
    );
    const { parts } = await rows();
    expect(parts.map(({ revision }) => revision)).toEqual([1, 2, 1]);
    // The others are not even read again.
    const after = follower?.kept("r")?.answer?.vpnConnections ?? [];
    expect(after.filter((one, index) => one === before[index])).toHaveLength(250);
  });

  it("hold no key and nothing made from one, yet what findings are to know", async () => {
    const [leader, follower] = await start(2);
    answers.set("r", [withKey("vco-1", KEY), withKey("vco-2", KEY), withKey("vco-3", "short")]);
    answers.set("s", [withKey("vco-4", KEY), withKey("vco-5", "12345678")]);
    await leader.look("r");
    await leader.look("s");
    const facts = (regionId: string) =>
      (follower?.kept(regionId)?.answer?.vpnConnections ?? []).map(({ tunnels }) => {
        const psk = tunnels[0]?.ikeConfig.psk ?? { configured: false };
        return Object.assign({ isReadHere: isReadHere(psk) }, keyFactsOf(psk));
      });
    await vi.waitFor(() => expect([facts("r"), facts("s")].flat()).toHaveLength(5), WAIT);
    const [one, two, short] = facts("r");
    const [same, trivial] = facts("s");
    expect(one).toMatchObject({ length: "long", isTrivial: false, isReadHere: false });
    expect([two, same]).toEqual([one, one]);
    expect(short).toMatchObject({ length: "under12" });
    expect(trivial).toMatchObject({ isTrivial: true });
    expect(new Set([one?.group, short?.group, trivial?.group]).size).toBe(3);
    const { answers: heads, parts } = await rows();
    const texts = [JSON.stringify(heads), ...parts.map(({ body }) => String(gunzipSync(body)))];
    expect(texts.join("")).toContain(one?.group);
    for (const secret of [KEY, "12345678", keyedHash(KEY), keyedHash("12345678")]) {
      expect(texts.join("")).not.toContain(secret);
    }
  });

  it("are read by whoever looks, where no leader answers", async () => {
    const [leader, follower] = await start(2);
    vi.spyOn(leader.replica, "role").mockReturnValue("follower");
    leader.replica.stop();
    const current = await follower?.look("r");
    expect(current?.answer.vpnConnections).toHaveLength(1);
    expect(follower?.readCount()).toBe(1);
  });

  it("are refused from a leader whose term is over, and left alone in another format", async () => {
    const [leader, follower] = await start(2);
    await leader.look("r");
    await vi.waitFor(() => expect(follower?.kept("r")?.answer).toBeDefined(), WAIT);
    const term = leader.replica.term() ?? 0;
    const nothing = { head: "{}", ageMs: 0, partCount: 0, parts: [], failure: null };
    const late = shareInDatabase((db) =>
      saveAnswer(db, { kind: "vpn_connections", key: "r" }, nothing, term - 1, ""),
    );
    await expect(late).rejects.toMatchObject({ name: "NotLeadingError" });
    await shareInDatabase((db) =>
      db.updateTable("shared_answers").set({ format: 999, revision: 999, head: "{}" }).execute(),
    );
    const before = follower?.kept("r")?.answer;
    await follower?.pullMissed();
    expect(follower?.kept("r")?.answer).toBe(before);
  });

  it("are read by whoever looks, where a leader of another format answers", async () => {
    const [leader, follower] = await start(2);
    await leader.look("r");
    await vi.waitFor(() => expect(follower?.kept("r")?.answer).toBeDefined(), WAIT);
    await shareInDatabase(async (db) => {
      await sql`create function another_format() returns trigger language plpgsql
        as 'begin new.format := 999; return new; end'`.execute(db);
      await sql`create trigger another_format before insert or update on shared_answers
        for each row execute function another_format()`.execute(db);
    });
    answers.set("r", [withKey("vco-2", KEY)]);
    const current = await follower?.look("r");
    expect(current?.answer.vpnConnections.map((one) => one.vpnConnectionId)).toEqual(["vco-2"]);
    expect(follower?.readCount()).toBe(1);
  });
});
