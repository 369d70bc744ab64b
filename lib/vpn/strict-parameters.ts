type Objection = "unknown" | "repeated" | "tooMany" | "malformed";

/** What an API URL asks for, or the first parameter that is unknown, repeated or malformed. */
export type StrictlyRead<Parameters> = { ok: true; parameters: Parameters } | ObjectedTo;

/** `rule` is what its values are, where another address has other values under the same name. */
type ObjectedTo = { ok: false; parameter: string; reason: Objection; rule?: string };

export type AnyParser = { parse: (text: string) => unknown };

/** Parameters that may be given several times, and how often. */
export type Repeatable = ReadonlyMap<string, { item: AnyParser; max: number }>;

/** The first parameter of an API URL that is unknown, repeated or malformed; null where all are good. */
export function firstObjection(
  searchParams: URLSearchParams,
  single: ReadonlyMap<string, AnyParser>,
  many: Repeatable,
  rules: ReadonlyMap<string, string> = new Map(),
): ObjectedTo | null {
  for (const name of new Set(searchParams.keys())) {
    const values = searchParams.getAll(name);
    const { item, max } = many.get(name) ?? { item: single.get(name), max: 1 };
    const reason = objectionTo(values, item, max);
    const rule = rules.get(name);
    if (reason !== null) {
      return { ok: false, parameter: name, reason, ...(rule !== undefined && { rule }) };
    }
  }
  return null;
}

function objectionTo(
  values: string[],
  parser: AnyParser | undefined,
  max: number,
): Objection | null {
  if (parser === undefined) return "unknown";
  if (values.length > max) return max > 1 ? "tooMany" : "repeated";
  return values.every((value) => parser.parse(value) !== null) ? null : "malformed";
}
