import { memo, type ReactNode } from "react";
import { Cell, Row, RowHeader } from "@/components/ui/table";
import { AttachedTo } from "@/components/vpn-connections/gateways";
import { StateSince } from "@/components/vpn-connections/state-since";
import { StatusBadge } from "@/components/vpn-connections/status-badge";
import type { ConnectionWords } from "@/components/vpn-connections/words";
import type { ConnectionSummary } from "@/lib/vpn/connection-summary";
import { pages } from "@/lib/vpn/hrefs";

type Props = {
  connection: ConnectionSummary;
  regionName: string;
  isHydrated: boolean;
  /** The last column's head, said again where the window is narrow. */
  since: string;
  t: ConnectionWords;
};

/** One connection that needs a look: how it is, where it hangs, and since when. */
export const UnhealthyRow = memo(function UnhealthyRow(props: Props) {
  const { connection, regionName, isHydrated, since, t } = props;
  const { regionId, vpnConnectionId, name } = connection;
  return (
    <Row className="border-t border-line max-lg:grid max-lg:gap-2 max-lg:px-4 max-lg:py-4">
      <Part>
        <StatusBadge connection={connection} t={t} />
      </Part>
      <RowHeader className="min-w-0 px-3 py-3 align-top font-normal max-lg:order-first max-lg:p-0">
        <a
          href={pages.vpnConnection(regionId, vpnConnectionId)}
          data-shortcut="row"
          className="link font-medium wrap-anywhere"
        >
          <bdi>{name || t("table.unnamed")}</bdi>
        </a>
        <span className="data block text-ink-soft">{vpnConnectionId}</span>
      </RowHeader>
      <Part>
        <p className="text-sm/6">
          <a href={pages.vpnConnections(regionId)} className="link">
            {regionName}
          </a>
        </p>
        <AttachedTo regionId={regionId} attachedTo={connection} t={t} />
      </Part>
      <Part>
        <span className="text-sm/5 text-ink-soft lg:hidden">{since}: </span>
        <StateSince connection={connection} t={t} isFull={isHydrated} />
      </Part>
    </Row>
  );
});

function Part({ children }: { children: ReactNode }) {
  return (
    <Cell className="min-w-0 px-3 py-3 align-top wrap-anywhere first:pl-4 max-lg:p-0 max-lg:first:pl-0">
      {children}
    </Cell>
  );
}
