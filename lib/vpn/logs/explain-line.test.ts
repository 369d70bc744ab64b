import { describe, expect, it } from "vitest";
import { explainLine, severityOfLine } from "@/lib/vpn/logs/explain-line";
import { LINE_KEYWORDS } from "@/lib/vpn/logs/line-keywords";

describe("each keyword of the table", () => {
  it.each(LINE_KEYWORDS)("%s says %s, within a line and in any case", (keyword, meaning) => {
    const line = keyword.replace("…", "(spi=2f6b1c3d) 10.0.0.1");
    expect(explainLine(`2026-01-13 11:39:21 vco-1 09[IKE] <x|1> ${line} [500]`)).toBe(meaning);
    expect(explainLine(`x ${line.toUpperCase()} x`)).toBe(meaning);
  });

  it("stands there once", () => {
    const keywords = LINE_KEYWORDS.map(([keyword]) => keyword.toLowerCase());
    expect(new Set(keywords).size).toBe(keywords.length);
  });
});

describe("lines of both daemons", () => {
  it.each([
    // racoon
    [
      "ikev1.c:1433:isakmp_ph1resend(): phase1 negotiation failed due to time up. [{remote id:4}]",
      "noResponse",
    ],
    [
      "phase2 negotiation failed due to time up waiting for phase1. ESP 1.2.3.4[0]->5.6.7.8[0]",
      "phase1First",
    ],
    ["phase2 negotiation failed.", "phase2Failed"],
    [
      "ERROR: rejected dh_group: DB(prop#1:trns#1):Peer(prop#1:trns#2) = 1024-bit MODP group:2048-bit MODP group",
      "dhGroup",
    ],
    ["ERROR: trns_id mismatched: my:AES peer:3DES", "encryptionAlgorithm"],
    ["ERROR: proto_id mismatched: my:ESP peer:AH", "securityProtocol"],
    ["ERROR: ID mismatched with ASN1 SubjectName.", "identity"],
    ["Expecting IP address type in main mode, but FQDN.", "identity"],
    [
      "DPD: remote (ISAKMP-SA spi=1a2b3c4d5e6f7081:2b3c4d5e6f708192) seems to be dead.",
      "dpdTimeout",
    ],
    ["notification NO-PROPOSAL-CHOSEN received in informational exchange.", "proposal"],
    [
      "ISAKMP-SA established 10.0.0.1[500]-10.0.0.2[500] spi:1a2b3c4d5e6f7081:2b3c4d5e6f708192",
      "phase1Up",
    ],
    // strongSwan, IKEv2
    ["13[IKE] received AUTHENTICATION_FAILED notify error", "authentication"],
    ["tried 1 shared key for '10.0.0.1' - '10.0.0.2', but MAC mismatched", "key"],
    ["received NO_PROPOSAL_CHOSEN notify error", "proposal"],
    ["received NO_PROPOSAL_CHOSEN notify, no CHILD_SA built", "proposalPhase2"],
    ["received TS_UNACCEPTABLE notify, no CHILD_SA built", "subnets"],
    ["traffic selectors 10.1.0.0/16 === 10.9.0.0/16 unacceptable", "subnets"],
    ["no IKE config found for 10.0.0.1...10.0.0.2, sending NO_PROPOSAL_CHOSEN", "noConfiguration"],
    ["peer didn't accept DH group MODP_2048, it requested MODP_1024", "dhGroupRetry"],
    ["giving up after 5 retransmits", "noResponse"],
    ["retransmit 3 of request with message ID 0", "retransmit"],
    ["sending retransmit 1 of request message ID 0, seq 1", "retransmit"],
    ["establishing IKE_SA failed, peer not responding", "noResponse"],
    ["IKE_SA tun-1[3] established between 10.0.0.1[10.0.0.1]...10.0.0.2[10.0.0.2]", "phase1Up"],
    [
      "CHILD_SA tun-1{4} established with SPIs cf4973bf_i c1cbfdf2_o and TS 10.1.0.0/16 === 10.2.0.0/16",
      "phase2Up",
    ],
    ["received DELETE for IKE_SA tun-1[3]", "deleted"],
    ["scheduling rekeying in 2580s", "renewal"],
    // strongSwan, IKEv1
    ["invalid HASH_V1 payload length, decryption failed?", "key"],
    ["parsed INFORMATIONAL_V1 request 2744 [ HASH N(DPD) ]", "dpd"],
    ["parsed INFORMATIONAL_V1 request 2745 [ HASH N(DPD_ACK) ]", "dpd"],
    ["parsed INFORMATIONAL_V1 request 2746 [ HASH D ]", "deleted"],
    ["parsed INFORMATIONAL_V1 request 2747 [ HASH N((24578)) ]", "informational"],
    ["parsed INFORMATIONAL_V1 request 2744 [ N(AUTH_FAILED) ]", "authentication"],
    ["parsed INFORMATIONAL_V1 request 877 [ HASH N(NO_PROP) ]", "proposalPhase2"],
    ["IDir '10.0.0.2' does not match to 'branch.example.com'", "identity"],
    ["received INVALID_ID_INFORMATION error notify", "subnets"],
    [
      "found 1 matching config, but none allows pre-shared key authentication using Main Mode",
      "mode",
    ],
  ])("%s", (line, meaning) => {
    expect(explainLine(line)).toBe(meaning);
  });

  it.each([
    "",
    "received packet: from 10.0.0.1[500] to 10.0.0.2[500] (76 bytes)",
    "parsed INFORMATIONAL response 12 [ ]",
    "authentication of '10.0.0.1' with pre-shared key successful",
    "selected proposal: IKE:AES_CBC_256/HMAC_SHA2_256_128/PRF_HMAC_SHA2_256/MODP_2048",
  ])("says nothing of %j", (line) => {
    expect(explainLine(line)).toBeNull();
  });
});

describe("how much a line matters", () => {
  it("follows from what it says", () => {
    expect(severityOfLine("HASH mismatched", "key")).toBe("error");
    expect(severityOfLine("received DELETE for IKE_SA x", "deleted")).toBe("warning");
    expect(severityOfLine("IPsec-SA expired", "renewal")).toBe("info");
  });

  it.each([
    ["isakmp.c:999:isakmp_main(): [PROTO_ERR]: exchange collision", "error"],
    ["ERROR: something new", "error"],
    ["installing the policy failed", "error"],
    ["WARNING: attribute has been modified", "warning"],
    ["generating INFORMATIONAL request 12 [ ]", null],
    ["no errors so far", null],
  ])("or from how the daemon marks it: %s", (line, severity) => {
    expect(severityOfLine(line, null)).toBe(severity);
  });
});
