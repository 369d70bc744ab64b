import "server-only";
import { env, EnvError } from "@/lib/server/env";
import { credentials } from "@/lib/server/vpc-api/credentials";

/** What this process holds and nobody may see: the account's key, and those of sign-in. */
function knownSecrets(): string[] {
  const secrets = [...credentials().known(), ...ownSecrets()].filter((secret) => secret !== "");
  return [...new Set(secrets.flatMap(writtenForms))];
}

/** As it is, and as JSON or an address writes it. */
function writtenForms(secret: string): string[] {
  return [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)];
}

function ownSecrets(): string[] {
  try {
    const { SESSION_SECRET = [], OIDC_CLIENT_SECRET = "" } = env();
    return [...SESSION_SECRET, OIDC_CLIENT_SECRET];
  } catch (error) {
    // The line that says so is about to be written, and holds no value.
    if (error instanceof EnvError) return [];
    throw error;
  }
}

export function holdsSecret(text: string): boolean {
  return knownSecrets().some((secret) => text.includes(secret));
}

export function masked(text: string): string {
  return knownSecrets().reduce((rest, secret) => rest.replaceAll(secret, "[secret]"), text);
}
