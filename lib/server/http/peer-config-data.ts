import "server-only";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { pageUser } from "@/lib/server/auth/page-user";
import { initialData } from "@/lib/server/http/initial-data";
import { firstRegionName, firstVpnConnection } from "@/lib/server/http/page-data";
import { peerConfigAnswer } from "@/lib/server/http/peer-config-answer";
import { getPeerConfig } from "@/lib/server/inventory/peer-config";
import { answerOf, type InitialData } from "@/lib/vpn/initial-data";
import type { PeerConfigOfPage } from "@/lib/vpn/peer-config/answer";
import type { Vendor } from "@/lib/vpn/peer-config/vendors";
import { subjectTitle } from "@/lib/vpn/title";

export async function firstPeerConfig(
  regionId: string,
  vpnConnectionId: string,
  vendor: Vendor,
): Promise<InitialData<PeerConfigOfPage>> {
  return initialData(read(regionId, vpnConnectionId, vendor));
}

async function read(...asked: [string, string, Vendor]): Promise<PeerConfigOfPage> {
  const found = await getPeerConfig(...asked, await pageUser());
  return { ...(await peerConfigAnswer(asked[2], found)), name: found.connection.name };
}

export async function titleOfPeerConfig(regionId: string, id: string): Promise<Metadata> {
  const t = await getTranslations("peerConfig");
  const connection = answerOf(await firstVpnConnection(regionId, id));
  const subject = subjectTitle(connection?.name, id, await firstRegionName(regionId));
  return { title: `${t("title")} · ${subject}` };
}
