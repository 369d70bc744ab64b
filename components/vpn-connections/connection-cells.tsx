import { useTranslations } from "next-intl";
import { memo } from "react";
import { RegionLink } from "@/components/layout/region-link";
import { CopyButton } from "@/components/ui/copy-button";
import { Time } from "@/components/ui/time";
import { AttachedTo, CustomerGateways } from "@/components/vpn-connections/gateways";
import { LabelledCell } from "@/components/vpn-connections/labelled-cell";
import { StatusBadge } from "@/components/vpn-connections/status-badge";
import { Subnets } from "@/components/vpn-connections/subnets";
import { isDestinationRouting } from "@/lib/vpn/subnets";
import type { VpnConnection } from "@/lib/vpn/types";

type Props = { connection: VpnConnection };

/** Kept as they are while panels open and shut: only the addresses of the toggles change then. */
export const ConnectionCells = memo(function ConnectionCells({ connection }: Props) {
  const t = useTranslations("connections.table");
  const { createTime } = connection;
  return (
    <>
      <LabelledCell label={t("status")} isWide>
        <StatusBadge connection={connection} />
      </LabelledCell>
      <LabelledCell label={t("vpnGateway")}>
        <AttachedTo connection={connection} />
      </LabelledCell>
      <LabelledCell label={t("customerGateway")}>
        <CustomerGateways connection={connection} />
      </LabelledCell>
      <LabelledCell label={t("localSubnets")}>
        <Subnets cidrs={connection.localSubnets} />
        {isDestinationRouting(connection) && (
          <p className="text-xs text-ink-soft">{t("destinationRouting")}</p>
        )}
      </LabelledCell>
      <LabelledCell label={t("remoteSubnets")}>
        <Subnets cidrs={connection.remoteSubnets} />
      </LabelledCell>
      <LabelledCell label={t("ikeVersion")}>
        <IkeVersions connection={connection} />
      </LabelledCell>
      <LabelledCell label={t("created")}>
        {createTime === null ? (
          "–"
        ) : (
          <span className="text-sm">
            <Time value={createTime} show="date" />
          </span>
        )}
      </LabelledCell>
    </>
  );
});

type PlaceProps = Props & { isOfManyRegions: boolean };

/** Its id, and its region where the rows around it are of others. */
export const ConnectionPlace = memo(function ConnectionPlace(props: PlaceProps) {
  const { connection, isOfManyRegions } = props;
  const { vpnConnectionId, regionId } = connection;
  return (
    <>
      <span className="ml-5 flex items-center gap-0.5 text-ink-soft">
        <span className="data">{vpnConnectionId}</span>
        <CopyButton text={vpnConnectionId} what={vpnConnectionId} />
      </span>
      {isOfManyRegions && (
        <span className="ml-5 block text-sm/5">
          <RegionLink regionId={regionId} />
        </span>
      )}
    </>
  );
});

/** The two tunnels of a pair may differ. */
function IkeVersions({ connection }: { connection: VpnConnection }) {
  const versions = connection.tunnels.map((tunnel) => tunnel.ikeConfig.ikeVersion ?? "–");
  return <span className="data whitespace-nowrap">{[...new Set(versions)].join(", ")}</span>;
}
