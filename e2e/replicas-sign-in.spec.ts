import { type AppServer, startApp } from "@/e2e/app-server";
import { expect } from "@/e2e/fixtures";
import { sessionOf, signIn, test as base } from "@/e2e/local-accounts";
import { ask } from "@/e2e/raw-request";
import { postgresFolder, startPostgres } from "@/lib/server/testing/postgres";
import { api } from "@/lib/vpn/hrefs";

const binaries = postgresFolder();

/** Of a database and two servers, apart from the test's own time. */
const SET_UP_MS = 120_000;

/** Two servers on one database, both of which serve the same users. */
const test = base.extend<{ replicas: [AppServer, AppServer]; database: Database }>({
  database: [
    async ({}, use) => {
      const database = await startPostgres(binaries ?? "");
      await use(database);
      await database.end();
    },
    { timeout: SET_UP_MS },
  ],
  replicas: [
    async ({ simulator, accounts, database }, use) => {
      const settings = { ...accounts.settings, DATABASE_URL: database.url };
      const start = () => startApp(simulator, settings);
      const replicas = await Promise.all([start(), start()]);
      await use(replicas);
      await Promise.all(replicas.map(({ close }) => close()));
    },
    { timeout: SET_UP_MS },
  ],
});

type Database = Awaited<ReturnType<typeof startPostgres>>;

const statusAt = async ({ url }: AppServer, cookie: string) =>
  (await ask(url, api.regions, { headers: { cookie } })).status;

const guessAt = async ({ url }: AppServer) => {
  const headers = { accept: "application/json" };
  return (await signIn(url, { user: "kai", password: "a guess", headers })).status;
};

const healthAt = async ({ url }: AppServer, cookie = ""): Promise<unknown> =>
  JSON.parse((await ask(url, "/api/health", { headers: { cookie } })).body);

test.skip(binaries === null, "there is no PostgreSQL here");

test("a replica refuses who has signed out, or guesses too often, at another", async ({
  replicas: [one, other],
  database,
}) => {
  const cookie = await sessionOf(one.url, "vera");
  expect(await statusAt(other, cookie)).toBe(200);
  const signedOut = await ask(one.url, api.signOut, {
    form: {},
    headers: { origin: one.url, cookie, accept: "text/html" },
  });
  expect(signedOut.status).toBe(303);
  await expect.poll(() => statusAt(other, cookie), { intervals: [100] }).toBe(401);

  for (let tried = 0; tried < 5; tried += 1) expect(await guessAt(one)).toBe(401);
  // On a slow machine the first delays are over before it is asked; by itself it would let five through.
  const answers = [await guessAt(other)];
  while (answers.length < 4 && !answers.includes(429)) answers.push(await guessAt(other));
  expect(answers).toContain(429);

  // Without the database both go on, and say so to whoever is signed in.
  const again = await sessionOf(one.url, "mila");
  expect(await healthAt(other, again)).not.toHaveProperty("degraded.replicas");
  await database.stop();
  await expect
    .poll(() => healthAt(other, again))
    .toMatchObject({
      status: "degraded",
      degraded: { replicas: { reason: "unreachable" } },
    });
  expect(await healthAt(other)).toEqual({ status: "ok" });
  expect(await statusAt(other, again)).toBe(200);
  expect(await statusAt(other, await sessionOf(other.url, "nora"))).toBe(200);
  await database.start();
  await expect
    .poll(() => healthAt(other, again), { timeout: 30_000 })
    .not.toHaveProperty("degraded.replicas");
});
