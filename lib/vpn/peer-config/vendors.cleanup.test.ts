import { expect, test } from "vitest";
import { peerConfigOf } from "@/lib/vpn/peer-config/generate";
import type { Vendor } from "@/lib/vpn/peer-config/vendors";
import { CASES } from "@/lib/vpn/testing/peer-config/cases";

/** What belongs to the device, or to other connections too. */
const STAYS: Partial<Record<Vendor, RegExp>> = {
  "juniper-srx":
    /^(security flow |routing-options autonomous-system |security zones security-zone REPLACE-OUTSIDE-ZONE)/,
  vyos: /^(vpn ipsec (interface|options) |interfaces ethernet |protocols bgp (system-as|address-family) )/,
};

const NAMES = Object.keys(CASES);

test.each(["juniper-srx", "vyos"] as const)("%s: every object is deleted, once", (vendor) => {
  for (const name of NAMES) {
    const { commands, cleanup } = readCase(vendor, name);
    const deleted = cleanup.map((line) => /^delete (.*)$/.exec(line)?.[1] ?? "no delete");
    const paths = commands.flatMap((line) => /^set (.*)$/.exec(line)?.slice(1) ?? []);
    const left = paths.filter((path) => !deleted.some((one) => `${path} `.startsWith(`${one} `)));
    expect(left.filter((path) => STAYS[vendor]?.test(path) !== true)).toEqual([]);
    const idle = deleted.filter((one) => !paths.some((path) => `${path} `.startsWith(`${one} `)));
    expect(idle).toEqual([]);
    expect(new Set(deleted).size).toBe(deleted.length);
  }
});

test("IOS XE: every object is removed, and no interface of the device", () => {
  for (const name of NAMES) {
    const { commands, cleanup } = readCase("cisco-ios-xe", name);
    const made = commands.filter(
      (line) => /^[a-z]/.test(line) && !/^(interface R|router)/.test(line),
    );
    const isRemoved = (line: string) =>
      cleanup.some((one) => one.startsWith("no ") && `${line} `.startsWith(`${one.slice(3)} `));
    expect(made.filter((line) => !isRemoved(line))).toEqual([]);
    expect(cleanup.filter((line) => /^no (interface (?!Tunnel)|router)/.test(line))).toEqual([]);
    const neighbors = commands.filter((line) => line.includes(" remote-as "));
    expect(cleanup.filter((line) => line.includes(" remote-as "))).toHaveLength(neighbors.length);
    const maps = commands.filter((line) => line.startsWith(" crypto map "));
    expect(cleanup.filter((line) => line.startsWith(" no crypto map "))).toHaveLength(maps.length);
  }
});

test("FortiGate: every entry with a name of ours is deleted from its table", () => {
  for (const name of NAMES) {
    const { commands, cleanup } = readCase("fortigate", name);
    const made = entriesOf(commands, /^edit "(\S+)"$/).filter((one) => !one.startsWith("system"));
    expect(entriesOf(cleanup, /^delete (\S+)$/).toSorted()).toEqual(made.toSorted());
  }
});

/** `TABLE ENTRY`, where the entry stands in that table or in one inside of it. */
function entriesOf(lines: string[], entry: RegExp): string[] {
  let table = "";
  return lines.flatMap((line) => {
    table = /^config (.*)$/.exec(line)?.[1] ?? table;
    const name = entry.exec(line.trimStart())?.[1];
    return name === undefined ? [] : [`${table} ${name}`];
  });
}

/** The commands, and those of the cleanup without their comment marks. */
function readCase(vendor: Vendor, name: string) {
  const input = CASES[name];
  const config = input === undefined ? null : peerConfigOf(vendor, input);
  if (config?.kind !== "written") throw new Error(`nothing is written of ${name}`);
  const lines = (config.files[0]?.text ?? "").trimEnd().split("\n");
  const at = lines.findIndex((line) => line.includes(" CLEANUP: "));
  const commands = lines.slice(0, at).filter((line) => !/^[!#]/.test(line));
  const rest = lines.slice(at + 2);
  expect(rest.every((line) => /^[!#] /.test(line))).toBe(true);
  const comments = rest.map((line) => line.slice(2)).filter((line) => !line.startsWith("First "));
  return { commands, cleanup: comments };
}
