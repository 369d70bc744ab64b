import "server-only";
import type { FindingParameters } from "@/lib/vpn/findings/parameters";
import { LATEST_LOGS } from "@/lib/vpn/logs/connection-logs";
import type { SubnetParameters } from "@/lib/vpn/subnet-list";

/** What is asked of the account of limited-account.ts by each user who sees a part of it. */
export const HERE = "cn-hangzhou";

const names = (prefix: string, ...of: string[]) => of.map((name) => `${prefix}-${name}`);
export const CONNECTION_IDS = names("vco", "a1", "a2", "b1", "b2", "c1", "none");
export const GATEWAY_IDS = names("vpn", "a", "b", "c", "unused", "none");
export const CUSTOMER_IDS = names("cgw", "x", "y", "z", "c", "unused", "none");

export const QUESTIONS: Record<string, string | string[]>[] = [
  { sort: "name" },
  {},
  { pageSize: "1", pageNumber: "2" },
  { pageSize: "2", sort: "-name" },
  { q: "b" },
  { q: "cgw-x" },
  { status: "down" },
  { tag: "team:b1" },
  { vpnGatewayId: "vpn-b" },
  { customerGatewayId: "cgw-x" },
  { vpnConnectionId: "vco-b1" },
  { vpnConnectionId: "vco-none" },
  { resourceGroupId: "rg-b1" },
  { ikeVersion: "ike-of-b1" },
];

export const FINDINGS: Partial<FindingParameters>[] = [
  {},
  { q: "vpn-b" },
  { vpnGatewayId: "vpn-b" },
  { customerGatewayId: "cgw-x" },
  { vpnConnectionId: "vco-b1" },
];

export const SUBNET_QUESTIONS: Partial<SubnetParameters>[] = [
  {},
  { q: "10.20.97.1" },
  { overlap: "any" },
  { regionId: HERE },
  { vpnGatewayId: "vpn-b" },
];

/** Minutes of the past, so that their lines are the same however often they are asked for. */
export const LOGS = { ...LATEST_LOGS, minutes: 1, until: Date.now() - 3_600_000 };
