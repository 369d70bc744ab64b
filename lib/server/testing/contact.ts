import "server-only";
import { randomUUID } from "node:crypto";
import { databaseErrorOf } from "@/lib/server/database/database-error";
import { openDatabase } from "@/lib/server/database/database";
import { createContact, type Contact } from "@/lib/server/replicas/contact";

/** A replica as far as the database goes: a connection and a contact of its own, whose rounds the test makes. */
export async function startContact(url: string, expected: number | null = null) {
  const opening = openDatabase("", url);
  const contact: Contact = createContact(
    async (work) => {
      try {
        return await work((await opening).writing);
      } catch (error) {
        throw databaseErrorOf(error);
      }
    },
    randomUUID(),
    expected,
  );
  await contact.round();
  return {
    contact,
    end: async () => {
      await contact.leave();
      await (await opening).close();
    },
  };
}

export type TestContact = Awaited<ReturnType<typeof startContact>>;
