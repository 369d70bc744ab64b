import { describe, expect, test } from "vitest";
import { peerConfigOf } from "@/lib/vpn/peer-config/generate";
import type { FindingLine } from "@/lib/vpn/peer-config/input";
import type { Vendor } from "@/lib/vpn/peer-config/vendors";
import { SEVERAL_CIDRS } from "@/lib/vpn/testing/peer-config/cases";
import { HOSTILE } from "@/lib/vpn/testing/peer-config/hostile";
import { READERS } from "@/lib/vpn/testing/peer-config/readers";
import type { VpnConnection, VpnTunnel } from "@/lib/vpn/types";

const PLAIN = SEVERAL_CIDRS.connection;

const MARKS: Partial<Record<Vendor, string>> = { "cisco-ios-xe": "!" };

/** Of text of somebody else: no control characters, and nothing that means something in a comment. */
const COMMENT = /^[!#] [\p{L}\p{M}\p{N} ._:/,+=@()-]*$/u;
const ASCII = /^[ -~]*$/;

/** Of a command: nothing that could end it, open a block, start a substitution or call for help. */
const COMMAND = /^[A-Za-z0-9 "'./_:@+-]*$/;

/** Those of the hostile texts for which it does not hold. */
const failing = (holds: (text: string) => boolean) => HOSTILE.filter((text) => !holds(text));

const linesOf = (text: string) => text.split("\n").length;

describe.each(READERS)("of %s", (vendor, read) => {
  const mark = MARKS[vendor] ?? "#";
  const isAscii = vendor === "cisco-ios-xe" || vendor === "h3c";
  const isComment = (line: string) => line.startsWith(mark);
  const commandsOf = (text: string) => text.split("\n").filter((line) => !isComment(line));
  const plain = textOf(vendor, PLAIN);

  const isPlain = (line: string) =>
    line === mark || (COMMENT.test(line) && (!isAscii || ASCII.test(line)));
  const isSafe = (text: string) => commandsOf(text).every((line) => COMMAND.test(line));
  test("a name or a finding changes nothing but comments", () => {
    const wrong = failing((text) => {
      const findings = [{ rule: text, severity: text, title: text }];
      const hostile = textOf(vendor, { ...PLAIN, name: text, regionId: text }, findings);
      const isSame = commandsOf(hostile).join("\n") === commandsOf(plain).join("\n");
      const isOneMore = linesOf(hostile) === linesOf(plain) + 1;
      return isSame && isOneMore && hostile.split("\n").filter(isComment).every(isPlain);
    });
    expect(wrong).toEqual([]);
  });

  test("an id changes nothing but names", () => {
    const expected = JSON.stringify(read(plain));
    const wrong = failing((text) => {
      const hostile = textOf(vendor, { ...PLAIN, vpnConnectionId: text });
      const isSame = linesOf(hostile) === linesOf(plain);
      return isSame && isSafe(hostile) && JSON.stringify(read(hostile)) === expected;
    });
    expect(wrong).toEqual([]);
  });

  test("an identity that is no name is a placeholder", () => {
    const wrong = failing((text) => {
      const hostile = textOf(vendor, withTunnel({ localId: text, remoteId: text }));
      const [seen] = read(hostile);
      const isWritten = seen?.localId === writtenIdentity(text) && seen.psk === "REPLACE-PSK-1";
      return isWritten && isSafe(hostile) && linesOf(hostile) <= linesOf(plain) + 1;
    });
    expect(wrong).toEqual([]);
  });

  test("a network that is none is a placeholder", () => {
    const wrong = failing((text) => {
      const hostile = textOf(vendor, { ...PLAIN, localSubnets: [text], remoteSubnets: [text] });
      const [selector = ""] = read(hostile)[0]?.selectors ?? [];
      const isPlaceholder = /^REPLACE-LOCAL-[A-Z]+ REPLACE-ALIBABA-[A-Z]+$/.test(selector);
      return isSafe(hostile) && (isPlaceholder || selector === `${text} ${text}`);
    });
    expect(wrong).toEqual([]);
  });

  test("an algorithm without a word for it is refused", () => {
    const wrong = failing(
      (text) => peerConfigOf(vendor, inputOf(withTunnel({ ikeEncAlg: text }))).kind === "refused",
    );
    expect(wrong).toEqual([]);
  });
});

function writtenIdentity(text: string): string {
  const id = text.trim();
  if (id === "") return "address 198.51.100.20";
  const isName = /^(?!replace-)[a-z0-9_-]*[a-z][a-z0-9_-]*$/i.test(id) && id.length < 99;
  return `fqdn ${isName ? id : "REPLACE-LOCAL-ID-1"}`;
}

function withTunnel(ikeConfig: Partial<VpnTunnel["ikeConfig"]>): VpnConnection {
  const tunnels = PLAIN.tunnels.map((tunnel): VpnTunnel => {
    return { ...tunnel, ikeConfig: { ...tunnel.ikeConfig, ...ikeConfig } };
  });
  return { ...PLAIN, tunnels };
}

const inputOf = (of: VpnConnection) => ({ ...SEVERAL_CIDRS, connection: of });

function textOf(vendor: Vendor, of: VpnConnection, findings: FindingLine[] = []): string {
  const config = peerConfigOf(vendor, { ...inputOf(of), findings });
  if (config.kind === "refused") throw new Error(JSON.stringify(config.refusals));
  return config.files[0]?.text ?? "";
}
