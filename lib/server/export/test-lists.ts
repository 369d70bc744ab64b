import "server-only";
import Papa from "papaparse";
import type { VpnConnection, VpnConnectionList } from "@/lib/vpn/types";
import { toVpnConnection } from "@/lib/server/vpc-api/mappers/vpn-connection";
import { rawVpnConnection } from "@/lib/server/vpc-api/raw/vpn-connection";

/** Bodies of the wire as a list answer, through the mapper that every answer goes through. */
export function listOfBodies(...bodies: object[]): VpnConnectionList {
  const vpnConnections: VpnConnection[] = bodies.map((body) =>
    toVpnConnection("eu-central-1", rawVpnConnection.parse(body)),
  );
  return {
    vpnConnections,
    unreadable: [],
    totalCount: bodies.length,
    pageNumber: 1,
    pageSize: 50,
    requestId: null,
    fetchedAt: Date.UTC(2026, 10, 23, 23, 59, 59),
    counts: null,
  };
}

/**
 * A CSV file's rows by column name, but for the last, which says how many they are. What is not RFC
 * 4180, and a file that has been broken off, is an error.
 */
export function readCsv(
  text: string,
  [first, second]: [string, string] = ["regionId", "vpnConnectionId"],
): Record<string, string>[] {
  const { data, errors } = Papa.parse<Record<string, string>>(text, {
    header: true,
    delimiter: ",",
    newline: "\r\n",
    skipEmptyLines: true,
  });
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  const end = data.pop();
  if (end?.[first] !== "#end" || end[second] !== String(data.length)) {
    throw new Error(`A file of ${data.length} rows ends with ${JSON.stringify(end)}.`);
  }
  return data;
}
