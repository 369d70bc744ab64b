import type { Random } from "../account/random";
import type { Cause } from "./cause";
import { bitsOf, otherGroup, otherNetwork } from "./peer-values";
import type { TunnelFacts } from "./tunnel";

type Line = [group: "IKE" | "NET" | "ENC" | "CFG", message: string];

/** What strongSwan's charon writes in one attempt to negotiate, or in a minute in which all is well. */
export function strongswanLines(cause: Cause, facts: TunnelFacts, random: Random): string[] {
  const { connectionId, tunnelId = connectionId } = facts;
  const name = `${tunnelId}|${random.integer(2, 900)}`;
  const lines =
    facts.ikeVersion === "ikev2" ? ikev2(cause, facts, name) : ikev1(cause, facts, name);
  return lines.map(([group, message]) => {
    const thread = String(random.integer(5, 16)).padStart(2, "0");
    return `${connectionId} ${thread}[${group}] <${name}> ${message}`;
  });
}

function ikev2(cause: Cause, facts: TunnelFacts, name: string): Line[] {
  const { local, remote } = facts;
  const start: Line = ["IKE", `initiating IKE_SA ${name.replace("|", "[")}] to ${remote}`];
  const lines: Partial<Record<Cause, Line[]>> = {
    ...commonLines(facts, name, start),
    up: [
      ["IKE", "sending DPD request"],
      ["ENC", "generating INFORMATIONAL request 12 [ ]"],
      ["ENC", "parsed INFORMATIONAL response 12 [ ]"],
    ],
    key: [
      start,
      ["ENC", "parsed IKE_AUTH response 1 [ N(AUTH_FAILED) ]"],
      ["IKE", "received AUTHENTICATION_FAILED notify error"],
    ],
    "dh-group": [
      ["NET", `received packet: from ${remote}[500] to ${local}[500] (464 bytes)`],
      ["IKE", `${remote} is initiating an IKE_SA`],
      ["CFG", `received proposals: ${proposal(facts, true)}`],
      ["CFG", `configured proposals: ${proposal(facts, false)}`],
      ["IKE", "received proposals unacceptable"],
      ["ENC", "generating IKE_SA_INIT response 0 [ N(NO_PROP) ]"],
    ],
    identity: [
      [
        "CFG",
        `looking for peer configs matching ${local}[${local}]...${remote}[branch.example.com]`,
      ],
      ["CFG", "no matching peer config found"],
      ["ENC", "generating IKE_AUTH response 1 [ N(AUTH_FAILED) ]"],
    ],
    subnets: [
      up1(facts, name),
      ["IKE", "received TS_UNACCEPTABLE notify, no CHILD_SA built"],
      ["IKE", "failed to establish CHILD_SA, keeping IKE_SA"],
    ],
    pfs: [
      up1(facts, name),
      ["IKE", "received NO_PROPOSAL_CHOSEN notify, no CHILD_SA built"],
      ["IKE", "failed to establish CHILD_SA, keeping IKE_SA"],
    ],
    encryption: [
      up1(facts, name),
      ["CFG", "no acceptable ENCRYPTION_ALGORITHM found"],
      ["IKE", "no acceptable proposal found"],
    ],
  };
  return lines[cause] ?? [];
}

function ikev1(cause: Cause, facts: TunnelFacts, name: string): Line[] {
  const { localNetwork, remoteNetwork, remote } = facts;
  const start: Line = [
    "IKE",
    `initiating Main Mode IKE_SA ${name.replace("|", "[")}] to ${remote}`,
  ];
  const lines: Partial<Record<Cause, Line[]>> = {
    ...commonLines(facts, name, start),
    up: [
      ["IKE", "sending DPD request"],
      ["ENC", "generating INFORMATIONAL_V1 request 2744210 [ HASH N(DPD) ]"],
      ["ENC", "parsed INFORMATIONAL_V1 request 1187341 [ HASH N(DPD_ACK) ]"],
    ],
    key: [
      start,
      ["ENC", "invalid HASH_V1 payload length, decryption failed?"],
      ["ENC", "could not decrypt payloads"],
      ["IKE", "message parsing failed"],
    ],
    "dh-group": [
      start,
      ["ENC", "parsed INFORMATIONAL_V1 request 0 [ N(NO_PROP) ]"],
      ["IKE", "received NO_PROPOSAL_CHOSEN error notify"],
    ],
    identity: [start, ["IKE", `IDir '${remote}' does not match to 'branch.example.com'`]],
    subnets: [
      up1(facts, name),
      [
        "IKE",
        `no matching CHILD_SA config found for ${localNetwork} === ${otherNetwork(remoteNetwork)}`,
      ],
      ["ENC", "generating INFORMATIONAL_V1 request 3997853 [ HASH N(INVAL_ID) ]"],
    ],
    pfs: [
      up1(facts, name),
      ["IKE", "no matching proposal found, sending NO_PROPOSAL_CHOSEN"],
      ["ENC", "generating INFORMATIONAL_V1 request 3997853 [ HASH N(NO_PROP) ]"],
    ],
    encryption: [
      up1(facts, name),
      ["ENC", "parsed INFORMATIONAL_V1 request 877 [ HASH N(NO_PROP) ]"],
      ["IKE", "received NO_PROPOSAL_CHOSEN error notify"],
    ],
  };
  return lines[cause] ?? [];
}

/** What is the same in both versions. */
function commonLines(
  facts: TunnelFacts,
  name: string,
  start: Line,
): Partial<Record<Cause, Line[]>> {
  return {
    "no-response": [
      start,
      ["IKE", "retransmit 1 of request with message ID 0"],
      ["IKE", "retransmit 2 of request with message ID 0"],
      ["IKE", "giving up after 5 retransmits"],
      ["IKE", "establishing IKE_SA failed, peer not responding"],
    ],
    "phase-2-silent": [
      up1(facts, name),
      ["IKE", "sending retransmit 3 of request message ID 2, seq 5"],
      ["IKE", "giving up after 5 retransmits"],
    ],
    "unheard-of": [["IKE", "unexpected exchange state 17"]],
  };
}

function up1({ local, remote }: TunnelFacts, name: string): Line {
  return [
    "IKE",
    `IKE_SA ${name.replace("|", "[")}] established between ${local}[${local}]...${remote}[${remote}]`,
  ];
}

function proposal({ ikeGroup }: TunnelFacts, isPeers: boolean): string {
  const group = bitsOf(isPeers ? otherGroup(ikeGroup) : ikeGroup);
  return `IKE:AES_CBC_256/HMAC_SHA2_256_128/PRF_HMAC_SHA2_256/MODP_${group}`;
}
