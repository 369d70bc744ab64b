import { memo } from "react";
import { RowCopyButton } from "@/components/ui/row-copy-button";
import { AttachedTo, CustomerGateways } from "@/components/vpn-connections/gateways";
import { LabelledCell } from "@/components/vpn-connections/labelled-cell";
import { StateSince } from "@/components/vpn-connections/state-since";
import { StatusBadge } from "@/components/vpn-connections/status-badge";
import { Subnets } from "@/components/vpn-connections/subnets";
import type { ConnectionWords } from "@/components/vpn-connections/words";
import { pages } from "@/lib/vpn/hrefs";
import { isDestinationRouting } from "@/lib/vpn/subnets";
import type { VpnConnection } from "@/lib/vpn/types";

type Props = { connection: VpnConnection; t: ConnectionWords };

/** Kept as they are while panels open and shut: only the addresses of the toggles change then. */
export const ConnectionCells = memo(function ConnectionCells({ connection, t }: Props) {
  const { localSubnets, remoteSubnets } = connection;
  return (
    <>
      <LabelledCell label={t("table.status")} look="wide">
        <StatusBadge connection={connection} t={t} />
      </LabelledCell>
      <LabelledCell label={t("table.since")} look="small">
        <StateSince connection={connection} t={t} isNarrow />
      </LabelledCell>
      <LabelledCell label={t("table.vpnGateway")}>
        <AttachedTo connection={connection} t={t} />
      </LabelledCell>
      <LabelledCell label={t("table.customerGateway")}>
        <CustomerGateways connection={connection} t={t} />
      </LabelledCell>
      <LabelledCell label={t("table.localSubnets")}>
        <Subnets cidrs={localSubnets} />
        {isDestinationRouting(connection) && (
          <p className="text-xs text-ink-soft">{t("table.destinationRouting")}</p>
        )}
      </LabelledCell>
      <LabelledCell label={t("table.remoteSubnets")}>
        <Subnets cidrs={remoteSubnets} />
      </LabelledCell>
      <LabelledCell label={t("table.ikeVersion")} look="data">
        {ikeVersionsOf(connection)}
      </LabelledCell>
    </>
  );
});

type PlaceProps = {
  connection: VpnConnection;
  /** Null where the rows around it are of the same region. */
  regionName: string | null;
};

/** Its id, and its region where the rows around it are of others. */
export const ConnectionPlace = memo(function ConnectionPlace(props: PlaceProps) {
  const { connection, regionName } = props;
  const { vpnConnectionId, regionId } = connection;
  return (
    <>
      <span className="copyable data ml-5 text-ink-soft">
        {vpnConnectionId}
        <RowCopyButton text={vpnConnectionId} isQuiet={false} />
      </span>
      {regionName !== null && (
        <span className="ml-5 block text-sm/5">
          <a href={pages.vpnConnections(regionId)} className="link">
            {regionName}
          </a>
        </span>
      )}
    </>
  );
});

/** The two tunnels of a pair may differ. */
function ikeVersionsOf({ tunnels }: VpnConnection): string {
  const versions = tunnels.map(({ ikeConfig }) => ikeConfig.ikeVersion ?? "–");
  return [...new Set(versions)].join(", ");
}
