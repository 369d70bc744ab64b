import "server-only";
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import { startContact, type TestContact } from "@/lib/server/testing/contact";
import { postgresFolder, startPostgres } from "@/lib/server/testing/postgres";

type Server = Awaited<ReturnType<typeof startPostgres>>;

/**
 * The contacts of replicas on one PostgreSQL for the tests of a file, empty before each of them. `binaries` is null
 * where there is no PostgreSQL: such tests are skipped.
 */
export function contactsOnPostgres() {
  const binaries = postgresFolder();
  let running: Server | null = null;
  /** Those that end with the test; one that is taken out is as if it had been killed. */
  const contacts: TestContact[] = [];

  function server(): Server {
    if (running === null) throw new Error("PostgreSQL runs only during tests.");
    return running;
  }

  async function join(): Promise<TestContact> {
    const joined = await startContact(server().url);
    contacts.push(joined);
    return joined;
  }

  if (binaries !== null) {
    beforeAll(async () => {
      running = await startPostgres(binaries);
    });
    afterAll(() => running?.end());
    beforeEach(() => server().empty());
    afterEach(() => Promise.all(contacts.splice(0).map(({ end }) => end())));
  }
  return { binaries, server, contacts, join };
}
