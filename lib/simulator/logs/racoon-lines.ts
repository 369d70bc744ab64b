import type { Random } from "../account/random";
import type { Cause } from "./cause";
import { bitsOf, otherGroup } from "./peer-values";
import type { TunnelFacts } from "./tunnel";

type Lines = [level: "INFO" | "PROTO_ERR", where: string, message: string][];

const initiate = (ends: string): Lines[number] => [
  "INFO",
  "isakmp.c:1030:isakmp_ph1begin_i()",
  `initiate new phase 1 negotiation: ${ends}`,
];
const phase1Up = (ends: string, cookies: string): Lines[number] => [
  "INFO",
  "isakmp.c:2632:log_ph1established()",
  `ISAKMP-SA established ${ends} spi:${cookies}`,
];
const phase2 = (ends: string): Lines[number] => [
  "INFO",
  "isakmp.c:1194:isakmp_ph2begin_r()",
  `respond new phase 2 negotiation: ${ends}`,
];

/** What racoon (ipsec-tools) writes in one attempt to negotiate, or in a minute in which all is well. */
export function racoonLines(cause: Cause, facts: TunnelFacts, random: Random): string[] {
  const { local, remote, ikeGroup, ipsecGroup, localNetwork, remoteNetwork } = facts;
  const ends = `${local}[500]<=>${remote}[500]`;
  const cookies = `${random.text(16, "0123456789abcdef")}:${random.text(16, "0123456789abcdef")}`;
  const lines: Record<Cause, Lines> = {
    idle: [],
    up: [
      ["INFO", "isakmp_inf.c:1479:isakmp_info_send_r_u()", "DPD R-U-There sent (0)"],
      ["INFO", "isakmp_inf.c:1338:isakmp_info_recv_r_u_ack()", "received an R-U-THERE-ACK"],
    ],
    "no-response": [
      initiate(ends),
      ["PROTO_ERR", "ikev1.c:1433:isakmp_ph1resend()", "phase1 negotiation failed due to time up."],
      [
        "PROTO_ERR",
        "isakmp.c:2041:isakmp_chkph1there()",
        `phase2 negotiation failed due to time up waiting for phase1. ESP ${remote}[0]->${local}[0]`,
      ],
    ],
    key: [initiate(ends), ["PROTO_ERR", "oakley.c:1297:oakley_validate_auth()", "HASH mismatched"]],
    "dh-group": [
      initiate(ends),
      [
        "PROTO_ERR",
        "ipsec_doi.c:605:print_ph1mismatched()",
        `rejected dh_group: DB(prop#1:trns#1):Peer(prop#1:trns#1) = ${bitsOf(ikeGroup)}-bit MODP group:${bitsOf(otherGroup(ikeGroup))}-bit MODP group`,
      ],
      ["PROTO_ERR", "ipsec_doi.c:236:get_ph1approval()", "no suitable proposal found."],
      ["PROTO_ERR", "isakmp_ident.c:789:ident_r1recv()", "failed to get valid proposal."],
    ],
    identity: [
      initiate(ends),
      [
        "PROTO_ERR",
        "ipsec_doi.c:3375:ipsecdoi_checkid1()",
        "Expecting IP address type in main mode,but FQDN.",
      ],
    ],
    subnets: [
      phase1Up(ends, cookies),
      phase2(ends),
      [
        "PROTO_ERR",
        "isakmp_quick.c:2064:get_sainfo_r()",
        `failed to get sainfo: ${localNetwork} ${remoteNetwork}, can't find matching selector`,
      ],
    ],
    pfs: [
      phase1Up(ends, cookies),
      phase2(ends),
      [
        "PROTO_ERR",
        "proposal.c:457:cmpsaprop_alloc()",
        `pfs group mismatched: my:${ipsecGroup} peer:${otherGroup(ipsecGroup)}`,
      ],
      ["PROTO_ERR", "proposal.c:992:aproppair2saprop()", "no suitable proposal found."],
    ],
    encryption: [
      phase1Up(ends, cookies),
      phase2(ends),
      ["PROTO_ERR", "proposal.c:629:cmpsatrns()", "trns_id mismatched: my:AES peer:3DES"],
      ["PROTO_ERR", "isakmp_quick.c:1072:quick_r1recv()", "none of my proposal matched."],
    ],
    "phase-2-silent": [
      phase1Up(ends, cookies),
      [
        "PROTO_ERR",
        "pfkey.c:1745:pfkey_timeover()",
        `${remote} give up to get IPsec-SA due to time up to wait.`,
      ],
    ],
    "unheard-of": [["PROTO_ERR", "isakmp.c:999:isakmp_main()", "exchange collision, state 17"]],
  };
  const ends1 = `${local}[500] <=> ${remote}[500], ${local} <=> ${remote}`;
  return lines[cause].map(([level, where, message]) => {
    const about = level === "PROTO_ERR" ? ` [{remote id:4}{ph1: ${ends1}}]` : "";
    return `${facts.connectionId} [${level}]: ${where}: ${message}${about}`;
  });
}
