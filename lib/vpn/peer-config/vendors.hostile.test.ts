import { describe, expect, test } from "vitest";
import { peerConfigOf } from "@/lib/vpn/peer-config/generate";
import type { FindingLine } from "@/lib/vpn/peer-config/input";
import type { Vendor } from "@/lib/vpn/peer-config/vendors";
import { connection } from "@/lib/vpn/testing/connections";
import { CASES } from "@/lib/vpn/testing/peer-config/cases";
import { inputOf } from "@/lib/vpn/testing/peer-config/generated";
import { HOSTILE } from "@/lib/vpn/testing/peer-config/hostile";
import { READERS } from "@/lib/vpn/testing/peer-config/readers";
import type { VpnConnection, VpnTunnel } from "@/lib/vpn/types";

const PLAIN = CASES["ikev2-several-cidrs"];

const MARKS: Partial<Record<Vendor, string>> = { "cisco-ios-xe": "!" };

/** Of text of somebody else: no control characters, and nothing that means something in a comment. */
const COMMENT = /^[!#] [\p{L}\p{M}\p{N} ._:/,+=@()-]*$/u;
const ASCII = /^[ -~]*$/;

/** Of a command: nothing that could end it, open a block, start a substitution or call for help. */
const COMMAND = /^[A-Za-z0-9 "'./_:@+-]*$/;

describe.each(READERS)("of %s", (vendor, read) => {
  const mark = MARKS[vendor] ?? "#";
  const isAscii = vendor === "cisco-ios-xe" || vendor === "h3c";
  const isComment = (line: string) => line.startsWith(mark);
  const commandsOf = (text: string) => text.split("\n").filter((line) => !isComment(line));
  const plain = textOf(vendor, PLAIN);

  test("a name or a finding changes nothing but comments", () => {
    for (const text of HOSTILE) {
      const findings = [{ rule: text, severity: text, title: text }];
      const hostile = textOf(vendor, { ...PLAIN, name: text, regionId: text }, findings);
      expect(commandsOf(hostile), text).toEqual(commandsOf(plain));
      const comments = hostile.split("\n").filter(isComment);
      expect(comments, text).toHaveLength(plain.split("\n").filter(isComment).length + 1);
      const isPlain = (line: string) => COMMENT.test(line) && (!isAscii || ASCII.test(line));
      expect(comments.filter((line) => line !== mark && !isPlain(line))).toEqual([]);
    }
  });

  test("an id changes nothing but names", () => {
    for (const text of HOSTILE) {
      const hostile = textOf(vendor, { ...PLAIN, vpnConnectionId: text });
      expect(hostile.split("\n"), text).toHaveLength(plain.split("\n").length);
      expect(read(hostile), text).toEqual(read(plain));
      expect(commandsOf(hostile).filter((line) => !COMMAND.test(line))).toEqual([]);
    }
  });

  test("an identity that is no name is a placeholder", () => {
    for (const text of HOSTILE) {
      const hostile = textOf(vendor, withTunnel({ localId: text, remoteId: text }));
      expect(hostile.split("\n").length - plain.split("\n").length, text).toBeLessThanOrEqual(1);
      expect(commandsOf(hostile).filter((line) => !COMMAND.test(line))).toEqual([]);
      const [seen] = read(hostile);
      const isName =
        /^(?!replace-)[a-z0-9_-]*[a-z][a-z0-9_-]*$/i.test(text.trim()) && text.length < 99;
      const isAbsent = text.trim() === "";
      const written = isName ? `fqdn ${text.trim()}` : "fqdn REPLACE-LOCAL-ID-1";
      expect(seen?.localId, text).toBe(isAbsent ? "address 203.0.113.9" : written);
      expect(seen?.psk, text).toBe("REPLACE-PSK-1");
    }
  });

  test("a network that is none is a placeholder", () => {
    for (const text of HOSTILE.filter((one) => one !== "10.0.0.0/8")) {
      const hostile = textOf(vendor, { ...PLAIN, localSubnets: [text], remoteSubnets: [text] });
      expect(commandsOf(hostile).filter((line) => !COMMAND.test(line))).toEqual([]);
      const [selector = ""] = read(hostile)[0]?.selectors ?? [];
      expect(selector, text).toMatch(/^REPLACE-LOCAL-[A-Z]+ REPLACE-ALIBABA-[A-Z]+$/);
    }
  });

  test("an algorithm without a word for it is refused", () => {
    for (const text of HOSTILE) {
      const config = peerConfigOf(vendor, inputOf(withTunnel({ ikeEncAlg: text })));
      expect(config.kind, text).toBe("refused");
    }
  });
});

function withTunnel(ikeConfig: Partial<VpnTunnel["ikeConfig"]>): VpnConnection {
  const tunnels = PLAIN.tunnels.map((tunnel): VpnTunnel => {
    return { ...tunnel, ikeConfig: { ...tunnel.ikeConfig, ...ikeConfig } };
  });
  return connection(PLAIN.vpnConnectionId, tunnels, { ...PLAIN, tunnels });
}

function textOf(vendor: Vendor, of: VpnConnection, findings: FindingLine[] = []): string {
  const config = peerConfigOf(vendor, { ...inputOf(of), findings });
  if (config.kind === "refused") throw new Error(JSON.stringify(config.refusals));
  return config.files[0]?.text ?? "";
}
