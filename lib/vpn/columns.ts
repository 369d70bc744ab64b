/** Columns of lists, which a reader chooses by the names of their fields. */

/** Longer than any list of names that makes sense. */
const MAX_LENGTH = 2_000;

/** The names among these that a list knows, each once and in the list's own order: one view has one address. */
export function knownColumns<Name extends string>(known: readonly Name[], text: string): Name[] {
  if (text.length > MAX_LENGTH) return [];
  const asked = new Set(text.split(","));
  return known.filter((name) => asked.has(name));
}

/** The same, or null where one of the names is not known, or none is given. */
export function strictColumns<Name extends string>(
  known: readonly Name[],
  text: string,
): Name[] | null {
  const columns = knownColumns(known, text);
  const asked = new Set(text.split(","));
  return columns.length === asked.size && columns.length > 0 ? columns : null;
}

export function columnsText(columns: readonly string[]): string {
  return columns.join(",");
}

export function isSameColumns(one: readonly string[], other: readonly string[]): boolean {
  return columnsText(one) === columnsText(other);
}
