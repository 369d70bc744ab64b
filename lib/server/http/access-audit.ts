import "server-only";
import { isPublicFile } from "@/lib/server/http/public-paths";
import { isApiPath } from "@/lib/vpn/hrefs";
import { DOWNLOAD_FORMATS, RESOURCE_ID } from "@/lib/vpn/list-parameters";
import { pathText } from "@/lib/vpn/path-text";
import { TEXT_FORMAT } from "@/lib/vpn/peer-config/answer";

/** What somebody looks at: a page, a list or a configuration as a file, or data that a page or a program asks for. */
export type AccessAudit = {
  event: "view" | "export" | "data";
  resources: Record<string, string | string[]>;
};

const FILE_FORMATS: ReadonlySet<string> = new Set([...DOWNLOAD_FORMATS, TEXT_FORMAT]);

/** The part of a path that says of what kind the id after it is. */
const KINDS = new Map([
  ["vpn-connections", "vpnConnectionId"],
  ["vpn-gateways", "vpnGatewayId"],
  ["customer-gateways", "customerGatewayId"],
]);
/** Parameters that hold ids; of the others, what a user has typed is not for a log. */
const ID_PARAMETERS = [
  "regionId",
  "vpnConnectionId",
  "vpnGatewayId",
  "customerGatewayId",
  "resourceGroupId",
  "tunnelId",
  "open",
];
/** Nothing of the account. */
const NOT_OF_ACCOUNT = /^\/(_next\/static\/|(sign-in|api\/(health|auth|preferences))(\/|$))/;

/** What a GET of this address looks at, with the ids it names; null where it is nothing of the account. */
export function accessAuditOf({ pathname, searchParams }: URL): AccessAudit | null {
  const isExport = FILE_FORMATS.has(searchParams.get("format") ?? "");
  if (isPublicFile(pathname) || NOT_OF_ACCOUNT.test(pathname)) return null;
  const ofApi = isExport ? "export" : "data";
  return {
    event: isApiPath(pathname) ? ofApi : "view",
    // What a path names is what is looked at, whatever the query says besides.
    resources: { ...inQuery(searchParams), ...inPath(pathname) },
  };
}

/** The address as it is served: dots resolved, whatever the sender has made of it. */
export function servedAs(address: string): URL {
  const whole = `http://here.invalid${address.startsWith("/") ? "" : "/"}${address}`;
  return new URL(URL.canParse(whole) ? whole : "http://here.invalid/");
}

function inPath(pathname: string): Record<string, string> {
  // The router's own form of a page's address ends so.
  const path = pathname.replace(/^\/api/, "").replace(/\.rsc$/, "");
  const parts = path.split("/").slice(1).map(pathText);
  const [first, second, kind, id] = parts;
  if (first === "go") return named("id", second);
  if (first !== "regions") return {};
  return { ...named("regionId", second), ...named(KINDS.get(kind ?? "") ?? "id", id) };
}

function named(name: string, id: string | undefined): Record<string, string> {
  const plain = id?.trim() ?? "";
  return RESOURCE_ID.test(plain) ? { [name]: plain } : {};
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
