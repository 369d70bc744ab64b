import "server-only";

/** What a provider says of a user (OpenID Connect Core, section 5.1). */
type Claims = Record<string, unknown>;

const MAX_NAME = 100;

/** What the user is called; a subject is the last resort, since nobody can read it. */
export function nameIn(claims: Claims): string | null {
  return (
    ["preferred_username", "email", "name"]
      .map((claim) => plain(claims[claim]))
      .find((name) => name !== "") ?? null
  );
}

/** Without what cannot be seen, of which a name may consist, or which cutting it leaves behind. */
function plain(value: unknown): string {
  if (typeof value !== "string") return "";
  return value
    .replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, "")
    .trim()
    .slice(0, MAX_NAME)
    .replaceAll(/\p{Cs}/gu, "");
}

/** By its name, or, as Keycloak nests them, by a path such as `realm_access.roles`. */
export function claimOf(claims: Claims, name: string): unknown {
  if (claims[name] !== undefined) return claims[name];
  let value: unknown = claims;
  for (const step of name.split(".")) {
    if (typeof value !== "object" || value === null) return undefined;
    value = Object.entries(value).find(([key]) => key === step)?.[1];
  }
  return value;
}

/** A list, or words in one text. What stands in a list is whole: a group's name may have blanks. */
export function rolesIn(claim: unknown): string[] {
  const values: unknown[] = typeof claim === "string" ? claim.split(/[\s,]+/) : listOf(claim);
  return values.filter((role) => typeof role === "string").filter((role) => role !== "");
}

const listOf = (claim: unknown): unknown[] => (Array.isArray(claim) ? claim : []);
