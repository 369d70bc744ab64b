import "server-only";
import { isApiPath } from "@/lib/vpn/hrefs";
import { DOWNLOAD_FORMATS, RESOURCE_ID } from "@/lib/vpn/list-parameters";

/** What somebody looks at: a page, or a list as a file. */
export type Look = { event: "view" | "export"; resources: Record<string, string | string[]> };

/** The part of a path that says of what kind the id after it is. */
const KINDS = new Map([
  ["vpn-connections", "vpnConnectionId"],
  ["vpn-gateways", "vpnGatewayId"],
  ["customer-gateways", "customerGatewayId"],
]);
/** Parameters that hold ids; of the others, what a reader has typed is not for a log. */
const ID_PARAMETERS = [
  "vpnConnectionId",
  "vpnGatewayId",
  "customerGatewayId",
  "resourceGroupId",
  "open",
];
/** What a stranger gets, too. */
const STRANGERS = /^\/(_next|sign-in|icon\.svg)(\/|$)/;

/** What a GET of this address looks at, with the ids it names; null where it is nothing of the account. */
export function lookOf(address: string): Look | null {
  if (!URL.canParse(address, "http://here.invalid")) return null;
  const { pathname, searchParams } = new URL(address, "http://here.invalid");
  const isExport = DOWNLOAD_FORMATS.some((format) => format === searchParams.get("format"));
  if (STRANGERS.test(pathname)) return null;
  const isApi = isApiPath(pathname);
  if (isApi && !isExport) return null;
  return {
    event: isApi ? "export" : "view",
    resources: { ...inPath(pathname), ...inQuery(searchParams) },
  };
}

function inPath(pathname: string): Record<string, string> {
  const parts = pathname
    .replace(/^\/api/, "")
    .split("/")
    .slice(1);
  const [first, second, kind, id] = parts;
  if (first === "go") return named("id", second);
  if (first !== "regions") return {};
  return { ...named("regionId", second), ...named(KINDS.get(kind ?? "") ?? "id", id) };
}

function named(name: string, id: string | undefined): Record<string, string> {
  return id !== undefined && RESOURCE_ID.test(id) ? { [name]: id } : {};
}

function inQuery(searchParams: URLSearchParams): Record<string, string[]> {
  return Object.fromEntries(
    ID_PARAMETERS.map((name): [string, string[]] => [
      name,
      searchParams
        .getAll(name)
        .filter((id) => RESOURCE_ID.test(id))
        .slice(0, 50),
    ]).filter(([, ids]) => ids.length > 0),
  );
}
