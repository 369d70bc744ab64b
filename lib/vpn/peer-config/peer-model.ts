import type { Subnet } from "@/lib/vpn/peer-config/addresses";
import type { DhGroup, Encryption, Integrity } from "@/lib/vpn/peer-config/algorithms";
import type { Note, Placeholder } from "@/lib/vpn/peer-config/said";

/**
 * A connection seen from the device at the other end: `local` is that device, `remote` is Alibaba. Every text
 * in it can be written bare in any of the syntaxes: addresses, CIDRs, names of a few plain characters, and
 * placeholders where a value is not known or cannot be written safely.
 */
export type PeerModel = {
  /** Of the objects of the configuration: a letter, then lower-case letters, digits and hyphens. */
  objectName: string;
  /** What the configuration is of, line by line, for comments: no line breaks, nothing that means something. */
  header: string[];
  /**
   * Policy-based: the CIDRs decide what enters the tunnel. Route-based: an interface for each tunnel, and
   * routes; its selectors are the CIDRs all the same, or 0.0.0.0/0 on both sides.
   */
  routing: "policy" | "route";
  /** Traffic selectors, never empty. */
  localSubnets: Subnet[];
  remoteSubnets: Subnet[];
  /** Both sides are 0.0.0.0/0: what is to be routed into the tunnel the connection does not tell. */
  isDestinationRouting: boolean;
  /** Whether Alibaba negotiates at once, without waiting for traffic. */
  isImmediate: boolean;
  tunnels: PeerTunnel[];
  /** Of what is in the model; a generator adds those of its own. */
  placeholders: Placeholder[];
  notes: Note[];
};

export type PeerTunnel = {
  /** 1, 2, as on the pages. */
  number: number;
  /** 1 is preferred: the active tunnel before the standby one. */
  rank: number;
  local: {
    /** The device's public address. */
    address: string;
    identity: Identity;
    /** Its identity is another address than its public one. */
    isBehindNat: boolean;
  };
  remote: { address: string; identity: Identity };
  /** Where the pre-shared key belongs. */
  psk: string;
  ike: {
    version: 1 | 2;
    /** IKEv1 only. */
    isAggressive: boolean;
    encryption: Encryption;
    integrity: Integrity;
    group: DhGroup;
    /** A little shorter than Alibaba's; null where the API tells none. */
    lifetimeSeconds: number | null;
    /** Alibaba's own. */
    remoteLifetimeSeconds: number | null;
  };
  ipsec: {
    encryption: Encryption;
    integrity: Integrity;
    /** Null without PFS. */
    pfs: DhGroup | null;
    lifetimeSeconds: number | null;
  };
  /** Null where it is switched off. */
  dpd: { delaySeconds: number; retries: number } | null;
  /** False where Alibaba has it switched off; null where the API does not tell. */
  natTraversal: boolean | null;
  bgp: PeerBgp | null;
};

export type PeerBgp = {
  localAsn: string;
  remoteAsn: string;
  /** Inside the tunnel, of the device and of Alibaba. */
  localAddress: string;
  remoteAddress: string;
  /** Of the tunnel's network, 30 as a rule. */
  prefixLength: string;
  mask: string;
  /** Where the key of the session belongs; null without one. */
  key: string | null;
};

/** FQDNs and addresses are what Alibaba documents. */
export type Identity = { type: "address" | "fqdn" | "email"; value: string };
