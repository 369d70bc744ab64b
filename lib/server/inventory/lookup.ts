import "server-only";
import type { User } from "@/lib/server/auth/user";
import type { Read } from "@/lib/vpn/gateways";
import { RESOURCE_ID } from "@/lib/vpn/list-parameters";
import type { Current } from "@/lib/server/runtime/answer-cache";
import { requireRegion } from "@/lib/server/inventory/regions";
import { ParameterError } from "@/lib/server/runtime/parameter-error";
import { isVpcApiError } from "@/lib/server/vpc-api/errors";

/** What a region says of an id; null is that it has no such thing. This is kept too. */
export type Lookup<Thing> = Read<{ thing: Thing | null }>;

type Answer<Thing> = Read<{ items: Thing[] }>;

/** The wanted one of what the API finds by its id, a filter that it may have ignored. */
export async function lookUp<Thing>(
  read: () => Promise<Answer<Thing>>,
  isWanted: (thing: Thing) => boolean,
): Promise<Lookup<Thing>> {
  try {
    const { items, requestId, fetchedAt } = await read();
    return { thing: items.find(isWanted) ?? null, requestId, fetchedAt };
  } catch (error) {
    if (!isUnknownId(error)) throw error;
    return { thing: null, requestId: null, fetchedAt: Date.now() };
  }
}

/** Throws where an old answer stands in for one that could not be had, and knows of no such thing. */
export function trusted<Thing>(current: Current<Lookup<Thing>>): Current<Lookup<Thing>> {
  // It may have been made since.
  if (current.answer.thing === null && current.failure !== null) throw current.failure;
  return current;
}

/** Whether the API refused since it does not know the id; an unknown region is another matter. */
export function isUnknownId(error: unknown): boolean {
  return (
    isVpcApiError(error) && error.code === "not_found" && !/region/i.test(error.upstreamCode ?? "")
  );
}

type IdName = "vpnConnectionId" | "vpnGatewayId" | "customerGatewayId";

/** Lets only ids pass that can be one, in regions that there are. Throws ParameterError. */
export async function requireIds(
  regionId: string,
  name: IdName,
  id: string,
  user: User,
): Promise<void> {
  await requireRegion(regionId, user);
  if (!RESOURCE_ID.test(id)) throw new ParameterError(name, "malformed");
}

const UNKNOWN = {
  vpnConnectionId: "unknownVpnConnection",
  vpnGatewayId: "unknownVpnGateway",
  customerGatewayId: "unknownCustomerGateway",
} as const;

/**
 * The thing itself. Outside of what a cache shares, since the class of an error is another one in
 * each of Next's bundles. Throws ParameterError.
 */
export function requireFound<Thing extends object>(
  name: IdName,
  { thing, ...read }: Lookup<Thing>,
): Read<Thing> {
  if (thing === null) throw new ParameterError(name, UNKNOWN[name]);
  return { ...thing, ...read };
}
