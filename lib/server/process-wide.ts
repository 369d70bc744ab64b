import "server-only";
import type { AsyncLocalStorage } from "node:async_hooks";
import type { Logger } from "pino";
import type { LRUCache } from "lru-cache";
import type { AnswerCache } from "@/lib/server/answer-cache";
import type { Sightings } from "@/lib/server/data/sightings";
import type { Selection } from "@/lib/server/data/selections";
import type { Search } from "@/lib/server/data/find-id";
import type { Lookup } from "@/lib/server/data/lookup";
import type { Env } from "@/lib/server/env";
import type { BackgroundWork } from "@/lib/server/quota/background";
import type { Limiter } from "@/lib/server/quota/limiter";
import type { CredentialsSource } from "@/lib/server/vpc-api/credentials";
import type { PopClient } from "@/lib/server/vpc-api/client";
import type { CustomerGateway, VpnGateway } from "@/lib/vpn/gateways";
import type { Tally } from "@/lib/server/access/sign-in-attempts";
import type { KeptUsers } from "@/lib/server/access/users-file";
import type { SealingKey } from "@/lib/server/access/sealed";
import type { Provider } from "@/lib/server/access/oidc";
import type { Session } from "@/lib/server/access/session";
import type { VisibleParts } from "@/lib/server/data/visible";
import type { RequestContext } from "@/lib/server/request-context";
import type { RegionRead } from "@/lib/vpn/select-page";
import type { Region, VpnConnectionList } from "@/lib/vpn/types";

/**
 * What a process must have once. Next bundles a module once per page and route, so module state
 * would exist several times; globalThis does not.
 */
type ProcessWide = {
  env: Env;
  log: Logger;
  requests: AsyncLocalStorage<RequestContext>;
  sealingKeys: SealingKey[];
  openedSessions: LRUCache<string, Session>;
  endedSessions: LRUCache<string, true>;
  users: KeptUsers;
  signInTallies: LRUCache<string, Tally>;
  usedStates: LRUCache<string, true>;
  provider: Provider;
  credentials: CredentialsSource;
  clients: Map<string, PopClient>;
  limiter: Limiter;
  awaiters: Map<string, () => void>;
  background: AsyncLocalStorage<BackgroundWork>;
  regions: AnswerCache<Region[]>;
  regionsPatience: { lostUntil: number };
  vpnConnections: AnswerCache<VpnConnectionList>;
  regionReads: AnswerCache<RegionRead>;
  filteredReads: AnswerCache<RegionRead>;
  vpnGateways: AnswerCache<Lookup<VpnGateway>>;
  vpnGatewayLists: AnswerCache<VpnGateway[]>;
  customerGateways: AnswerCache<Lookup<CustomerGateway>>;
  customerGatewayLists: AnswerCache<CustomerGateway[]>;
  searches: AnswerCache<Search>;
  visibleParts: VisibleParts;
  selections: LRUCache<string, Selection>;
  sightings: LRUCache<string, Sightings>;
};

declare global {
  var __tunnelboard: Partial<ProcessWide> | undefined;
}

export function processWide<Name extends keyof ProcessWide>(
  name: Name,
  make: () => ProcessWide[Name],
): ProcessWide[Name] {
  const held: Partial<ProcessWide> = (globalThis.__tunnelboard ??= {});
  const value = held[name] ?? make();
  held[name] = value;
  return value;
}
