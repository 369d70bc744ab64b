import { RowCopyButton } from "@/components/ui/row-copy-button";
import type { ConnectionWords } from "@/components/vpn-connections/words";
import type { ConnectionSummary } from "@/lib/vpn/connection-summary";
import { pages } from "@/lib/vpn/hrefs";
import type { VpnConnection } from "@/lib/vpn/types";

type Props = { connection: VpnConnection; t: ConnectionWords };
type AttachedProps = { connection: ConnectionSummary; t: ConnectionWords };

/** What the connection is attached to: a VPN gateway, a transit router, or nothing yet. */
export function AttachedTo({ connection, t }: AttachedProps) {
  const { regionId, vpnGatewayId, vpnGatewayName, transitRouterId, transitRouterName } = connection;
  if (vpnGatewayId !== null) {
    const href = pages.vpnGateway(regionId, vpnGatewayId);
    return <LinkedGateway name={vpnGatewayName} id={vpnGatewayId} href={href} />;
  }
  if (transitRouterId !== null) {
    return (
      <>
        <p className="text-sm/5 text-ink-soft">{t("table.transitRouter")}</p>
        {transitRouterName !== null && (
          <p className="text-sm/5 wrap-anywhere">
            <bdi>{transitRouterName}</bdi>
          </p>
        )}
        <p className="copyable data">
          {transitRouterId}
          <RowCopyButton text={transitRouterId} />
        </p>
      </>
    );
  }
  const isUnattached = connection.attachType === "NO_ASSOCIATED";
  return <span className="text-ink-soft">{isUnattached ? t("table.unattached") : "–"}</span>;
}

export function CustomerGateways({ connection, t }: Props) {
  const { regionId, customerGatewayIds, customerGatewayNames } = connection;
  if (customerGatewayIds.length === 0) {
    return <span className="text-ink-soft">{t("table.none")}</span>;
  }
  return (
    <ul className="space-y-1">
      {customerGatewayIds.map((customerGatewayId, index) => (
        <li key={customerGatewayId}>
          <LinkedGateway
            name={customerGatewayNames[index] ?? null}
            id={customerGatewayId}
            href={pages.customerGateway(regionId, customerGatewayId)}
          />
        </li>
      ))}
    </ul>
  );
}

type LinkedProps = { name: string | null; id: string; href: string };

/** The name where there is one, and the id beneath it, which leads to the gateway's page (link-area.tsx). */
function LinkedGateway({ name, id, href }: LinkedProps) {
  return (
    <>
      {name !== null && name !== "" && <bdi className="gateway-name">{name}</bdi>}
      <span className="copyable">
        <a href={href} className="link data">
          {id}
        </a>
        <RowCopyButton text={id} />
      </span>
    </>
  );
}
