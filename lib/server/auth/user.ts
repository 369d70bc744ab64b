import "server-only";
import type { Locale } from "@/lib/i18n/locales";
import type { Grant } from "@/lib/server/auth/grant";
import type { VpnConnection } from "@/lib/vpn/types";

/** How much of a region somebody sees. */
export type Scope = "all" | "some" | "nothing";

/**
 * Who asks. Whatever data access answers, it answers to one of these. lib/server/auth/current-user.ts makes
 * them, from a request that has shown who it is from; background-user.ts makes that of the poller.
 */
export class User {
  readonly #limits: Grant["limits"];
  readonly role: Grant["role"];

  constructor(
    /** Null where nobody has to sign in. */
    readonly name: string | null,
    { role, limits }: Grant,
    /** The language of what is said. */
    readonly locale: Locale,
  ) {
    this.role = role;
    this.#limits = limits;
  }

  /** What a limited user sees: `cn-hangzhou`, `cn-hangzhou/vpn-…`. Empty where nothing is kept from them. */
  get places(): string[] {
    if (this.#limits === null) return [];
    const { regions, gateways } = this.#limits;
    const some = [...gateways].flatMap(([regionId, ids]) =>
      [...ids].map((id) => `${regionId}/${id}`),
    );
    return [...regions, ...some];
  }

  /** The same for users who see the same. */
  get scopeKey(): string {
    return this.#limits?.key ?? "";
  }

  scopeOf(regionId: string): Scope {
    if (this.#limits === null || this.#limits.regions.has(regionId)) return "all";
    return this.#limits.gateways.has(regionId) ? "some" : "nothing";
  }

  /** Whether a gateway of a region is one of those the user may see by name. */
  isNamed(regionId: string, gatewayId: string): boolean {
    return this.#limits?.gateways.get(regionId)?.has(gatewayId) ?? false;
  }

  mayReadConnection({ regionId, vpnGatewayId, customerGatewayIds }: VpnConnection): boolean {
    return this.mayReadGateways(
      regionId,
      vpnGatewayId === null ? customerGatewayIds : [vpnGatewayId, ...customerGatewayIds],
    );
  }

  /** Whether the user may see a connection of these VPN and customer gateways. */
  mayReadGateways(regionId: string, gatewayIds: string[]): boolean {
    const scope = this.scopeOf(regionId);
    if (scope !== "some") return scope === "all";
    return gatewayIds.some((id) => this.isNamed(regionId, id));
  }
}
