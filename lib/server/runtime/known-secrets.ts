import "server-only";
import { LRUCache } from "lru-cache";
import { env, EnvError } from "@/lib/server/runtime/settings";
import { defineSingleton } from "@/lib/server/runtime/singleton";

const sources = defineSingleton("secretSources", () => new Set<() => string[]>());

/** Whoever holds secrets that the settings do not have, such as the account's key, tells them here. */
export function registerSecrets(source: () => string[]): void {
  sources().add(source);
}

/** What this process holds and nobody may see: the account's key, and those of access. */
function knownSecrets(): string[] {
  const registered = [...sources()].flatMap((source) => source());
  return [...registered, ...ownSecrets()].flatMap(writtenForms);
}

/** Every line of the log asks for the same few; temporary keys come and go. */
const written = new LRUCache<string, string[]>({ max: 20 });

/** As it is, and as JSON or an address writes it. */
function writtenForms(secret: string): string[] {
  if (secret === "") return [];
  const known = written.get(secret);
  if (known !== undefined) return known;
  const inJson = JSON.stringify(secret).slice(1, -1);
  const forms = [...new Set([secret, inJson, encodeURIComponent(secret)])];
  written.set(secret, forms);
  return forms;
}

function ownSecrets(): string[] {
  try {
    const { SESSION_SECRET = [], OIDC_CLIENT_SECRET = "", DATABASE_URL, ...others } = env();
    const { TUNNELBOARD_METRICS_TOKEN: token = "" } = others;
    return [...SESSION_SECRET, OIDC_CLIENT_SECRET, passwordOf(DATABASE_URL), token];
  } catch (error) {
    // The line that says so is about to be written, and holds no value.
    if (error instanceof EnvError) return [];
    throw error;
  }
}

/** One that is too short to be told from words of ours would strike them out of every line. */
const SHORTEST_PASSWORD = 8;

function passwordOf(url: string | undefined): string {
  const password = url === undefined ? "" : decodeURIComponent(new URL(url).password);
  return password.length < SHORTEST_PASSWORD ? "" : password;
}

export function holdsSecret(text: string): boolean {
  return knownSecrets().some((secret) => text.includes(secret));
}

export function masked(text: string): string {
  return knownSecrets().reduce((rest, secret) => rest.replaceAll(secret, "[secret]"), text);
}
