import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { RegionLink } from "@/components/layout/region-link";
import { Cell, Row, RowHeader } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { AttachedTo } from "@/components/vpn-connections/gateways";
import { StatusBadge } from "@/components/vpn-connections/status-badge";
import { pages } from "@/lib/vpn/hrefs";
import type { VpnConnection } from "@/lib/vpn/types";

/** One connection that needs a look: how it is, where it hangs, and since when. */
export function TroubleRow({ connection }: { connection: VpnConnection }) {
  const t = useTranslations("fleet.trouble");
  const tTable = useTranslations("connections.table");
  const { regionId, vpnConnectionId, name, verdictSince } = connection;
  return (
    <Row className="border-t border-line max-md:grid max-md:gap-2 max-md:px-4 max-md:py-4">
      <Part>
        <StatusBadge connection={connection} />
      </Part>
      <RowHeader className="min-w-0 px-3 py-3 align-top font-normal max-md:order-first max-md:p-0">
        <Link
          prefetch={false}
          href={pages.vpnConnection(regionId, vpnConnectionId)}
          data-shortcut="row"
          className="link font-medium wrap-anywhere"
        >
          <bdi>{name || tTable("unnamed")}</bdi>
        </Link>
        <span className="data block text-ink-soft">{vpnConnectionId}</span>
      </RowHeader>
      <Part>
        <p className="text-sm/5">
          <RegionLink regionId={regionId} />
        </p>
        <AttachedTo connection={connection} />
      </Part>
      <Part>
        {verdictSince !== null && (
          <p className="text-sm/5">
            <span className="text-ink-soft md:hidden">{t("since")}: </span>
            <Time value={verdictSince} show="relative" />
            <span className="block text-ink-soft max-md:ml-1 max-md:inline">
              <Time value={verdictSince} />
            </span>
          </p>
        )}
      </Part>
    </Row>
  );
}

function Part({ children }: { children: ReactNode }) {
  return (
    <Cell className="min-w-0 px-3 py-3 align-top first:pl-4 max-md:p-0 max-md:first:pl-0">
      {children}
    </Cell>
  );
}
