import "server-only";
import * as fc from "fast-check";
import { SECRETS } from "@/lib/server/testing/wire-bodies";
import { isRecord } from "@/lib/server/vpc-api/raw/scalars";

/** Bodies as no document has them, made from true ones. */

type Change = (value: unknown) => unknown;

const dropped = Symbol("dropped");

const ODD_VALUES = [
  null,
  "",
  " ",
  0,
  -1,
  1e308,
  0.1,
  true,
  false,
  "true",
  "NaN",
  "-0x1f",
  "ipsec_sa_established",
  "master",
  "{}",
  "[",
  [],
  [[]],
  [null],
  {},
  { "": {} },
  { Tag: [null] },
];

const ODD_TEXTS = [
  "\u0000",
  "\ud800",
  "\udfff-\ud800",
  "\u202Eevil\u2066",
  "\u2028\u2029\uFEFF",
  "e\u0301\u0302".repeat(30),
  "👩‍👩‍👧‍👦🇩🇪",
  "10.0.0.0/8,,;\n::/0,999.1.1.1/64",
  "=cmd|' /C calc'!A0",
  "<script>alert(1)</script>",
  "x".repeat(20_000),
];

const ODD_KEYS = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "toJSON"];

const retype: Change = (value) => {
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (typeof value === "string") return Number.isNaN(Number(value)) ? 7 : Number(value);
  return value === null ? {} : null;
};

function nest(value: unknown, depth: number, wrap: Change): unknown {
  return depth === 0 ? value : nest(wrap(value), depth - 1, wrap);
}

const change: fc.Arbitrary<Change> = fc.oneof(
  fc.constant<Change>(() => dropped),
  fc.constant(retype),
  fc.constant<Change>((value) => JSON.stringify(value)),
  fc.constant<Change>((value) => (Array.isArray(value) ? [...value, ...value] : [value, value])),
  fc.constantFrom(...ODD_VALUES, ...ODD_TEXTS).map(
    (odd): Change =>
      () =>
        odd,
  ),
  fc.string({ unit: "binary", maxLength: 20 }).map(
    (text): Change =>
      () =>
        text,
  ),
  fc
    .tuple(fc.constantFrom(1, 2, 60), fc.constantFrom("Tag", "TunnelOptions", "IkeConfig", null))
    .map(
      ([depth, key]): Change =>
        (value) =>
          nest(value, depth, (inner) => (key === null ? [inner] : { [key]: inner })),
    ),
  fc.tuple(fc.constantFrom(...ODD_KEYS), fc.constantFrom(...ODD_VALUES)).map(
    ([key, odd]): Change =>
      (value) =>
        isRecord(value) ? { ...value, [key]: odd } : { [key]: odd },
  ),
);

function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === "object" && value !== null ? Object.entries(value) : [];
}

function sizeOf(value: unknown): number {
  return entriesOf(value).reduce((sum, [, child]) => sum + sizeOf(child), 1);
}

/** Changes the one value that stands at this place, counted from the outermost inwards. */
function changeAt(value: unknown, place: number, by: Change): unknown {
  if (place === 0) return by(value);
  let left = place - 1;
  const entries = entriesOf(value).flatMap(([key, child]): [string, unknown][] => {
    const size = sizeOf(child);
    const next = left >= 0 && left < size ? changeAt(child, left, by) : child;
    left -= size;
    return next === dropped ? [] : [[key, next]];
  });
  return Array.isArray(value) ? entries.map(([, child]) => child) : Object.fromEntries(entries);
}

/** The body with some of its values changed, at any depth; the whole may be another thing or none. */
export function mutated(body: unknown): fc.Arbitrary<unknown> {
  const changes = fc.array(fc.record({ place: fc.nat(), by: change }), {
    minLength: 1,
    maxLength: 5,
  });
  return changes.map((all) =>
    all.reduce<unknown>((value, { place, by }) => {
      const next = changeAt(value, place % sizeOf(value), by);
      return next === dropped ? null : next;
    }, body),
  );
}

const SPELLINGS: Record<string, string> = {
  Psk: SECRETS.psk,
  psk: SECRETS.psk,
  PSK: SECRETS.psk,
  PreSharedKey: SECRETS.psk,
  pre_shared_key: SECRETS.psk,
  "Psk ": SECRETS.psk,
  AuthKey: SECRETS.authKey,
  authKey: SECRETS.authKey,
  BgpAuthKey: SECRETS.authKey,
  auth_key: SECRETS.authKey,
  RemoteCaCertificate: SECRETS.certificate,
  remoteCaCertificate: SECRETS.certificate,
  RemoteCACertificate: SECRETS.certificate,
  CaCertificate: SECRETS.certificate,
  NewField: SECRETS.unknown,
};

/** Nobody keeps a secret in these, and what stands in them is there to be shown. */
const SHOWN = new Set(["Tag", "Tags", "EniInstanceIds"]);

const shape: fc.Arbitrary<Change> = fc.constantFrom<Change[]>(
  (secret) => secret,
  (secret) => [secret],
  (secret) => ({ Value: secret }),
  (secret) => JSON.stringify({ Psk: secret }),
  (secret) => [[{ Key: secret, Value: secret }]],
);

function planted(value: unknown, as: Change): unknown {
  if (Array.isArray(value)) return value.map((one) => planted(one, as));
  if (!isRecord(value)) return value;
  const inner = Object.entries(value).map(([key, child]) => [
    key,
    SHOWN.has(key) ? child : planted(child, as),
  ]);
  const secrets = Object.entries(SPELLINGS).map(([key, secret]) => [key, as(secret)]);
  return Object.fromEntries([...inner, ...secrets]);
}

/** The body with every secret at every place and in every spelling, then mutated. */
export function mutatedWithSecrets(body: unknown): fc.Arbitrary<unknown> {
  return shape.chain((as) => mutated(planted(body, as)));
}
