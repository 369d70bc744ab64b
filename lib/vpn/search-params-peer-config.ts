import { createLoader, parseAsStringLiteral } from "nuqs/server";
import { TEXT_FORMAT } from "@/lib/vpn/peer-config/answer";
import { type Vendor, VENDORS } from "@/lib/vpn/peer-config/vendors";
import { type Given, integer, trimmed } from "@/lib/vpn/search-params";
import { type AnyParser, firstObjection, type StrictlyRead } from "@/lib/vpn/strict-parameters";

const MAX_FILES = 9;

const parameters = {
  vendor: parseAsStringLiteral(VENDORS),
  format: parseAsStringLiteral([TEXT_FORMAT]),
  /** Which of the files, where there are several. */
  file: integer(MAX_FILES),
};
const load = createLoader(parameters);
const ofApi = new Map<string, AnyParser>(Object.entries(parameters));
/** A list is downloaded in other formats. */
const RULES = new Map([["format", "textFormat"]]);

/** Null where the page's URL names none, or nonsense. */
export function readVendorPage(searchParams: Given): Vendor | null {
  return load(trimmed(searchParams)).vendor;
}

type Asked = { vendor: Vendor; isText: boolean; file: number };

export function readPeerConfig(searchParams: URLSearchParams): StrictlyRead<Asked> {
  const objection = firstObjection(searchParams, ofApi, new Map(), RULES);
  if (objection !== null) return objection;
  const { vendor, format, file } = load(searchParams);
  // Without `format` the answer holds all files.
  if (file !== null && format === null) return { ok: false, parameter: "file", reason: "unknown" };
  return {
    ok: true,
    parameters: { vendor: vendor ?? VENDORS[0], isText: format !== null, file: file ?? 1 },
  };
}
