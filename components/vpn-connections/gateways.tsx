import Link from "next/link";
import { useTranslations } from "next-intl";
import { pages } from "@/lib/vpn/hrefs";
import type { VpnConnection } from "@/lib/vpn/types";

/** What the connection hangs on: a VPN gateway, a transit router, or nothing yet. */
export function AttachedTo({ connection }: { connection: VpnConnection }) {
  const t = useTranslations("connections.table");
  const { regionId, vpnGatewayId, transitRouterId, transitRouterName } = connection;
  if (vpnGatewayId !== null) {
    return (
      <Link
        prefetch={false}
        href={pages.vpnConnections(regionId, { vpnGatewayId })}
        className="link data block leading-5"
      >
        {vpnGatewayId}
      </Link>
    );
  }
  if (transitRouterId !== null) {
    return (
      <>
        <p className="text-sm/5 text-ink-soft">{t("transitRouter")}</p>
        {transitRouterName !== null && <p className="text-sm/5 break-words">{transitRouterName}</p>}
        <p className="data">{transitRouterId}</p>
      </>
    );
  }
  const isUnattached = connection.attachType === "NO_ASSOCIATED";
  return <span className="text-ink-soft">{isUnattached ? t("unattached") : "–"}</span>;
}

export function CustomerGateways({ connection }: { connection: VpnConnection }) {
  const t = useTranslations("connections.table");
  const { regionId, customerGatewayIds } = connection;
  if (customerGatewayIds.length === 0) return <span className="text-ink-soft">{t("none")}</span>;
  return (
    <ul>
      {customerGatewayIds.map((customerGatewayId) => (
        <li key={customerGatewayId}>
          <Link
            prefetch={false}
            href={pages.vpnConnections(regionId, { customerGatewayId })}
            className="link data block leading-5"
          >
            {customerGatewayId}
          </Link>
        </li>
      ))}
    </ul>
  );
}
