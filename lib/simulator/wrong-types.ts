import { isObject } from "./wire-value";

/** Declared as strings inside tunnels and health checks, natively elsewhere. */
const nativeElsewhere = new Set([
  "Enable",
  "EnableDpd",
  "EnableNatTraversal",
  "IkeLifetime",
  "IpsecLifetime",
  "LocalAsn",
  "PeerAsn",
]);

/** Numbers and booleans become strings, and the strings that stand for one become it. */
export function withWrongTypes(value: unknown, key = ""): unknown {
  if (Array.isArray(value)) return value.map((item) => withWrongTypes(item));
  if (isObject(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([name, child]) => [name, withWrongTypes(child, name)]),
    );
  }
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (typeof value !== "string" || !nativeElsewhere.has(key)) return value;
  if (value === "true" || value === "false") return value === "true";
  return /^\d+$/.test(value) ? Number(value) : value;
}
