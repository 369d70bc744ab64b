import { config } from "@/lib/vpn/peer-config/fortigate/syntax";
import type { Lines } from "@/lib/vpn/peer-config/text-blocks";

type Table = { path: string; names: string[] };

/** The addresses of an interface go with its phase 1. */
const WITH_PHASE_1 = "system interface";

/** Entries with names of ours, in the order of use; those that FortiOS has numbered itself are for the reader. */
export function cleanupCommands(lines: Lines): string[] {
  return [
    "First delete the policies and static routes of this text: FortiOS has numbered them itself.",
    ...tablesOf(lines)
      .filter(({ path }) => path !== WITH_PHASE_1)
      .toReversed()
      .flatMap(({ path, names }) => tableLines(path, names)),
  ];
}

function tablesOf(lines: Lines): Table[] {
  const tables: Table[] = [];
  for (const line of lines) {
    const path = /^config (.*)$/.exec(line ?? "")?.[1];
    const name = /^(?: {4}){1,2}edit "(\S+)"$/.exec(line ?? "")?.[1];
    if (path !== undefined) tables.push({ path, names: [] });
    if (name !== undefined) tables.at(-1)?.names.push(name);
  }
  return tables;
}

function tableLines(path: string, names: string[]): string[] {
  const deletes = names.map((name) => `delete ${name}`);
  return path === "router bgp" ? config(path, config("neighbor", deletes)) : config(path, deletes);
}
