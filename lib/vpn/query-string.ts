import { type DownloadFormat, NO_PARAMETERS } from "@/lib/vpn/list-parameters";

/** What may stand in a query as it is stays readable: `tag=env:prod`, `q=10.3.0.0/16`. */
export function queryStringOf(search: URLSearchParams): "" | `?${string}` {
  const text = search.toString().replaceAll(/%(3A|2F|2C)/g, decodeURIComponent);
  return text === "" ? "" : `?${text}`;
}

/** Of these parameters those that `defaults` names and that differ from it, in its order. */
export function queryString(
  parameters: Partial<Record<string, unknown>>,
  defaults: Record<string, unknown> = NO_PARAMETERS,
  more: [string, string][] = [],
): "" | `?${string}` {
  const search = new URLSearchParams(
    Object.entries(defaults).flatMap(([name, absent]) => {
      const value = parameters[name] ?? absent;
      if (value === absent) return [];
      // Columns are joined by commas.
      const values: unknown[] = Array.isArray(value) && name !== "columns" ? value : [value];
      return values.map((one): [string, string] => [name, String(one)]);
    }),
  );
  for (const [name, value] of more) search.append(name, value);
  return queryStringOf(search);
}

/** What only pages and their parts need: a file has all that the question finds. */
const OF_PAGES = { pageNumber: null, pageSize: null, open: null, by: null };

/** The same for a whole list as a file. */
export function fileQuery(
  parameters: Partial<Record<string, unknown>>,
  defaults: Record<string, unknown>,
  format: DownloadFormat,
): "" | `?${string}` {
  return queryString({ ...parameters, ...OF_PAGES }, defaults, [["format", format]]);
}

/** The address of a list's page with one more panel open, quickly: `open` is the last of its parameters. */
export function withOpenPanel(href: string, vpnConnectionId: string): string {
  return `${href}${href.includes("?") ? "&" : "?"}open=${encodeURIComponent(vpnConnectionId)}`;
}
