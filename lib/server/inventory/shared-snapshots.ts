import "server-only";
import { z } from "zod";
import { failures, isWritten } from "@/lib/server/inventory/shared-answers";
import { sharedFactsOf, takeKeyFacts } from "@/lib/server/vpc-api/key-facts";
import type { KeyFacts } from "@/lib/vpn/findings/rule";
import { prepareForSearch } from "@/lib/vpn/search";
import type { RegionSnapshot } from "@/lib/vpn/snapshot";
import type { VpnConnection } from "@/lib/vpn/types";

/** With whether its connections have all the names of gateways that can be had. */
export type KeptSnapshot = RegionSnapshot & { isNamed: boolean };

const facts = z.object({
  length: z.enum(["under12", "under20", "long"]),
  isTrivial: z.boolean(),
  group: z.string(),
}) satisfies z.ZodType<KeyFacts>;

const item = z.object({
  connection: z.unknown(),
  /** Of its tunnels, in order: what is known of a key hangs on the object that stands for it. */
  keyFacts: z.array(facts.nullable()),
});

const head = z.object({
  regionId: z.string(),
  version: z.string(),
  requestId: z.string().nullable(),
  fetchedAt: z.number(),
  isNamed: z.boolean(),
  unreadable: z.array(
    z.object({
      regionId: z.string(),
      vpnConnectionId: z.string().nullable(),
      fields: z.array(z.string()),
    }),
  ),
});

/** How a region's snapshot is written for other replicas. */
export const snapshotFormat = {
  ...failures,
  partsOf: ({ vpnConnections, ...rest }: KeptSnapshot) => ({ head: rest, items: vpnConnections }),

  answerOf(
    json: unknown,
    items: VpnConnection[],
    before: KeptSnapshot | null,
  ): KeptSnapshot | null {
    const { data } = head.safeParse(json);
    if (data === undefined) return null;
    // What is made of connections hangs on their list, which stays the same while they do.
    const isSame = before !== null && before.version === data.version;
    return { ...data, vpnConnections: isSame ? before.vpnConnections : items };
  },

  toJson: (connection: VpnConnection, term: number) => ({
    connection,
    keyFacts: connection.tunnels.map(({ ikeConfig }) => sharedFactsOf(ikeConfig.psk, term)),
  }),

  fromJson(json: unknown): VpnConnection | null {
    const { data } = item.safeParse(json);
    const connection = data?.connection;
    if (!isWritten<VpnConnection>(connection, "vpnConnectionId")) return null;
    for (const [index, { ikeConfig }] of connection.tunnels.entries()) {
      takeKeyFacts(ikeConfig.psk, data?.keyFacts[index] ?? null);
    }
    prepareForSearch(connection);
    return connection;
  },
};
