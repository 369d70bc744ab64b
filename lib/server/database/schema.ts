import "server-only";
import type { Generated } from "kysely";
import type { EventKind } from "@/lib/vpn/events";
import type { Verdict } from "@/lib/vpn/types";

/** Every table carries the account's name, since there will be several; today there is one. */
export const ACCOUNT = "default";

/** Times are epoch milliseconds. */
export type Schema = {
  /** A region that has been read. */
  regions: {
    account: string;
    region_id: string;
    first_read_at: number;
    last_read_at: number;
    /** Counts the writes: whoever writes from an older state is refused. */
    revision: number;
  };
  /** Times in which a region was not read; the end is null while it lasts. */
  gaps: {
    account: string;
    region_id: string;
    began_at: number;
    ended_at: number | null;
    /** A problem's code, or `not_read`. */
    reason: string;
  };
  connections: {
    account: string;
    region_id: string;
    vpn_connection_id: string;
    name: string;
    first_seen_at: number;
    deleted_at: number | null;
    /** JSON of lib/server/history/config-fields.ts. Holds no secret. */
    config: string;
  };
  /** VPN and customer gateways of a connection, which decide who may see it. */
  connection_gateways: {
    account: string;
    region_id: string;
    vpn_connection_id: string;
    gateway_id: string;
  };
  /** What state a connection or one of its tunnels was in; the end is null while it lasts. */
  intervals: {
    account: string;
    region_id: string;
    vpn_connection_id: string;
    /** Empty for the connection itself; a tunnel's id, or `#1` where it has none. */
    part: string;
    state: Verdict;
    began_at: number;
    ended_at: number | null;
    /** 0 where the state may have begun before: it was the first sight, or followed a gap. */
    is_exact: number;
  };
  events: {
    id: Generated<number>;
    account: string;
    region_id: string;
    /** Null for what happened to the region or to a gateway. */
    vpn_connection_id: string | null;
    /** Of what happened to a gateway. */
    vpn_gateway_id: string | null;
    name: string;
    kind: EventKind;
    at: number;
    tunnel: number | null;
    before: Verdict | null;
    after: Verdict | null;
    lasted: number | null;
    /** JSON. */
    changes: string | null;
    reason: string | null;
  };
  /** What was found in a region when it was last read. */
  findings: {
    account: string;
    region_id: string;
    /** A connection, or a gateway. */
    subject: string;
    is_of_gateway: number;
    rule: string;
    /** 0 where it is of no tunnel. */
    tunnel: number;
    name: string;
  };
  /** Rules that have been applied to a region, joined by spaces. */
  finding_rules: {
    account: string;
    region_id: string;
    rules: string;
  };
  /** Which replica leads; a new term with each election. PostgreSQL only, as are the tables that follow. */
  leaders: {
    account: string;
    term: number;
    replica_id: string;
    /** By the database's clock. */
    heartbeat_at: number;
  };
  /** What the leader has read of the account, for all replicas. Holds no secret and nothing made from one. */
  shared_answers: {
    account: string;
    kind: string;
    /** A region, or a language. */
    key: string;
    /** Of head and parts: programs of another one leave them alone. */
    format: number;
    term: number;
    /** Counts what has been published under this key. */
    revision: number;
    /** JSON; null where it has never been read. */
    head: string | null;
    /** By the database's clock, both. */
    answered_at: number | null;
    /** JSON: why the last read failed, if it did. */
    failure: string | null;
    failed_at: number | null;
  };
  /** Items of an answer, so many each. */
  shared_parts: {
    account: string;
    kind: string;
    key: string;
    part: number;
    /** Of the answer with which it was published. */
    revision: number;
    /** JSON, compressed. */
    body: Buffer;
  };
  /** Processes that use this database. */
  replicas: {
    account: string;
    replica_id: string;
    seen_at: number;
    /** Of the keys of its sessions, the newest first, joined by spaces. */
    key_names: string | null;
  };
  /** Sessions that were ended and states of single sign-on that were used, as hashes. */
  revocations: {
    account: string;
    hash: string;
    revoked_at: number;
    expires_at: number;
  };
  /** Failed tries of signing in: of a user, an address, a site or a browser, as keyed hashes. */
  sign_in_tries: {
    account: string;
    hash: string;
    tries: number;
    closed_until: number;
    tried_at: number;
  };
};
