import "server-only";
import { z } from "zod";
import {
  type AnswerCache,
  createAnswerCache,
  type Current,
} from "@/lib/server/runtime/answer-cache";
import { defineSingleton } from "@/lib/server/runtime/singleton";
import { keepNames } from "@/lib/server/inventory/cache-times";
import { withinRequest } from "@/lib/server/inventory/request-wait";
import { failures, isWritten, sharedAnswers } from "@/lib/server/inventory/shared-answers";
import { isBackground } from "@/lib/server/vpc-api/quota/background";
import { describeCustomerGateways } from "@/lib/server/vpc-api/customer-gateways";
import { describeVpnGateways } from "@/lib/server/vpc-api/vpn-gateways";
import type { ReadableList } from "@/lib/server/vpc-api/walk";
import type { CustomerGateway, VpnGateway } from "@/lib/vpn/gateways";
import { withTimeout } from "@/lib/server/runtime/with-timeout";

/** All VPN gateways, or all customer gateways, of each region. */
export type GatewayLists<Gateway> = {
  /** Throws VpcApiError. */
  read: (regionId: string) => Promise<Current<ReadableList<Gateway>>>;
  /** Takes over from now on what other replicas read. */
  share: () => void;
  /** Whether the next read() answers without a call. */
  isFresh: (regionId: string) => boolean;
  /** Whether they have ever been read. */
  isKnown: (regionId: string) => boolean;
  /** As they were last read, by id; empty where they never were. The same map until they are read again. */
  lastById: (regionId: string) => ReadonlyMap<string, Gateway>;
  /** When they were last read, epoch milliseconds, and why that was not now; null where nothing was. */
  lastRead: (regionId: string) => { fetchedAt: number | null; error: unknown };
};

export const vpnGatewayLists = gatewayLists(
  "vpnGatewayLists",
  "DescribeVpnGateways",
  describeVpnGateways,
  "vpnGatewayId",
  ({ vpnGatewayId }: VpnGateway) => vpnGatewayId,
);

export const customerGatewayLists = gatewayLists(
  "customerGatewayLists",
  "DescribeCustomerGateways",
  describeCustomerGateways,
  "customerGatewayId",
  ({ customerGatewayId }: CustomerGateway) => customerGatewayId,
);

export type GatewaysById = {
  vpnGateways: ReadonlyMap<string, VpnGateway>;
  customerGateways: ReadonlyMap<string, CustomerGateway>;
};

/** The gateways of a region as they were last read, without a call. */
export function lastGateways(regionId: string): GatewaysById {
  return {
    vpnGateways: vpnGatewayLists.lastById(regionId),
    customerGateways: customerGatewayLists.lastById(regionId),
  };
}

export function areGatewaysFresh(regionId: string): boolean {
  return vpnGatewayLists.isFresh(regionId) && customerGatewayLists.isFresh(regionId);
}

/** As they are now, as far as they can be read. Never fails: connections are not to fail for want of names. */
export async function readGateways(regionId: string): Promise<void> {
  await Promise.allSettled([vpnGatewayLists.read(regionId), customerGatewayLists.read(regionId)]);
}

const GATEWAYS_WAIT_MS = 3_000;

/** Waits for gateways as long as somebody does who looks at connections; they may then still be on their way. */
export async function waitForGateways(reading: Promise<void>): Promise<void> {
  await withTimeout(reading, GATEWAYS_WAIT_MS);
}

const head = z.object({ requestId: z.string().nullable(), fetchedAt: z.number() });

function listOf<Gateway>(
  json: unknown,
  items: Gateway[],
  before: ReadableList<Gateway> | null,
): ReadableList<Gateway> | null {
  const { data } = head.safeParse(json);
  return data === undefined ? null : { ...data, items: before?.items ?? items };
}

function gatewayLists<Gateway extends object>(
  name: string,
  action: string,
  describe: (regionId: string) => Promise<ReadableList<Gateway>>,
  idName: keyof Gateway & string,
  idOf: (gateway: Gateway) => string,
): GatewayLists<Gateway> {
  const lists = defineSingleton(name, (): AnswerCache<ReadableList<Gateway>> =>
    createAnswerCache(keepNames()),
  );
  const shared = defineSingleton(`${name}.shared`, () =>
    sharedAnswers().share<ReadableList<Gateway>, Gateway>({
      ...failures,
      name,
      cache: lists,
      partsOf: ({ items, ...head }) => ({ head, items }),
      answerOf: listOf,
      toJson: (gateway) => gateway,
      fromJson: (json) => (isWritten<Gateway>(json, idName) ? json : null),
      readNow: read,
    }),
  );
  const load = (regionId: string) =>
    shared().load(regionId, () => describe(regionId), !isBackground());
  const read = (regionId: string) => {
    const reading = lists().read(regionId, () => load(regionId));
    if (!isBackground()) shared().hurry(regionId);
    return withinRequest({ action, regionId }, reading, lists().kept(regionId));
  };
  const none = new Map<string, Gateway>();
  const byId = new WeakMap<ReadableList<Gateway>, ReadonlyMap<string, Gateway>>();
  return {
    read,
    share: () => void shared(),
    isFresh: (regionId) => lists().peek(regionId) !== undefined,
    isKnown: (regionId) => (lists().kept(regionId)?.answer ?? null) !== null,
    lastRead(regionId) {
      const { answer, failure } = lists().kept(regionId) ?? { answer: null, failure: null };
      return { fetchedAt: answer?.fetchedAt ?? null, error: failure?.error ?? null };
    },
    lastById(regionId) {
      const list = lists().kept(regionId)?.answer ?? null;
      if (list === null) return none;
      const known = byId.get(list) ?? new Map(list.items.map((one) => [idOf(one), one]));
      byId.set(list, known);
      return known;
    },
  };
}
