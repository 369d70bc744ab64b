import { useTranslations } from "next-intl";
import type { Route } from "next";
import type { ReactNode } from "react";
import { RegionLink } from "@/components/layout/region-link";
import { useRegions } from "@/components/layout/use-regions";
import { pages } from "@/lib/vpn/hrefs";
import type { HistoryEvent } from "@/lib/vpn/events";

/** What it happened to: a connection, as it was called then and even if it is gone, or a whole region. */
export function EventSubject({ event }: { event: HistoryEvent }) {
  const t = useTranslations("events.row");
  const { regionId, vpnConnectionId, vpnGatewayId, name } = event;
  if (vpnGatewayId !== null) {
    return (
      <Named name={name} href={pages.vpnGateway(regionId, vpnGatewayId)}>
        <span>{t("vpnGateway")}</span>
        <span className="data">{vpnGatewayId}</span>
        <RegionName regionId={regionId} />
      </Named>
    );
  }
  if (vpnConnectionId === null) {
    return (
      <>
        <p className="text-sm/6 font-medium">
          <RegionLink regionId={regionId} />
        </p>
        <p className="text-sm/5 text-ink-soft">{t("wholeRegion")}</p>
      </>
    );
  }
  return (
    <Named name={name} href={pages.vpnConnection(regionId, vpnConnectionId)}>
      <span className="data">{vpnConnectionId}</span>
      <RegionName regionId={regionId} />
    </Named>
  );
}

function Named({ name, href, children }: { name: string; href: Route; children: ReactNode }) {
  const t = useTranslations("events.row");
  return (
    <>
      <p className="text-sm/6 font-medium wrap-anywhere">
        <a href={href} data-shortcut="row" className="link">
          <bdi>{name || t("unnamed")}</bdi>
        </a>
      </p>
      <p className="flex flex-wrap gap-x-2 text-sm/5 text-ink-soft">{children}</p>
    </>
  );
}

function RegionName({ regionId }: { regionId: string }) {
  const name = useRegions()?.find((region) => region.regionId === regionId)?.localName;
  return <span>{name ?? regionId}</span>;
}
