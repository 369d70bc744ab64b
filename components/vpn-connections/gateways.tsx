import Link from "next/link";
import { useTranslations } from "next-intl";
import { CopyButton } from "@/components/ui/copy-button";
import { pages } from "@/lib/vpn/hrefs";
import type { VpnConnection } from "@/lib/vpn/types";

/** What the connection is attached to: a VPN gateway, a transit router, or nothing yet. */
export function AttachedTo({ connection }: { connection: VpnConnection }) {
  const t = useTranslations("connections.table");
  const { regionId, vpnGatewayId, vpnGatewayName, transitRouterId, transitRouterName } = connection;
  if (vpnGatewayId !== null) {
    const href = pages.vpnGateway(regionId, vpnGatewayId);
    return <LinkedGateway name={vpnGatewayName} id={vpnGatewayId} href={href} />;
  }
  if (transitRouterId !== null) {
    return (
      <>
        <p className="text-sm/5 text-ink-soft">{t("transitRouter")}</p>
        {transitRouterName !== null && (
          <p className="text-sm/5 wrap-anywhere">
            <bdi>{transitRouterName}</bdi>
          </p>
        )}
        <p className="group/copy relative flex items-center gap-0.5">
          <span className="data">{transitRouterId}</span>
          <CopyButton text={transitRouterId} what={transitRouterId} isQuiet />
        </p>
      </>
    );
  }
  const isUnattached = connection.attachType === "NO_ASSOCIATED";
  return <span className="text-ink-soft">{isUnattached ? t("unattached") : "–"}</span>;
}

export function CustomerGateways({ connection }: { connection: VpnConnection }) {
  const t = useTranslations("connections.table");
  const { regionId, customerGatewayIds, customerGatewayNames } = connection;
  if (customerGatewayIds.length === 0) return <span className="text-ink-soft">{t("none")}</span>;
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

/** The name where there is one, and the id beneath it, which leads to the gateway's page. */
function LinkedGateway({ name, id, href }: LinkedProps) {
  return (
    <>
      {name !== null && name !== "" && <bdi className="block text-sm/5 wrap-anywhere">{name}</bdi>}
      <span className="group/copy relative flex items-center gap-0.5">
        <Link prefetch={false} href={href} className="link data leading-5">
          {id}
        </Link>
        <CopyButton text={id} what={id} isQuiet />
      </span>
    </>
  );
}
