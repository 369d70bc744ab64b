import { Cell, Row, RowHeader } from "@/components/ui/table";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { buttonClass } from "@/components/ui/button";
import { CopyLink } from "@/components/ui/copy-link";
import { CopyButton } from "@/components/ui/copy-button";
import { Time } from "@/components/ui/time";
import { LabelledCell, ROW } from "@/components/vpn-connections/labelled-cell";
import { AttachedTo, CustomerGateways } from "@/components/vpn-connections/gateways";
import { ConnectionPanel } from "@/components/vpn-connections/panel/connection-panel";
import { RowToggle } from "@/components/vpn-connections/row-toggle";
import { StatusBadge } from "@/components/vpn-connections/status-badge";
import { Subnets } from "@/components/vpn-connections/subnets";
import { RegionLink } from "@/components/layout/region-link";
import { pages } from "@/lib/vpn/hrefs";
import { isDestinationRouting } from "@/lib/vpn/subnets";
import type { VpnConnection } from "@/lib/vpn/types";

type Props = {
  connection: VpnConnection;
  /** Whether the rows around it are of other regions. */
  isOfManyRegions: boolean;
  isOpen: boolean;
  toggleHref: string;
  onToggle: () => void;
};

/** A connection's row, and its panel's row while it is open. */
export function ConnectionRows(props: Props) {
  const { connection, isOfManyRegions, isOpen, toggleHref, onToggle } = props;
  const t = useTranslations("connections.table");
  const { vpnConnectionId, name, createTime } = connection;
  const panelId = `panel-${vpnConnectionId}`;
  return (
    <>
      <Row className={ROW}>
        <RowHeader className="min-w-0 py-3 pr-2 pl-4 text-left align-top font-normal">
          <RowToggle
            name={name}
            isOpen={isOpen}
            controls={panelId}
            href={toggleHref}
            onToggle={onToggle}
          />
          <span className="ml-5 flex items-center gap-0.5 text-ink-soft">
            <span className="data">{vpnConnectionId}</span>
            <CopyButton text={vpnConnectionId} what={vpnConnectionId} />
          </span>
          {isOfManyRegions && (
            <span className="ml-5 block text-sm/5">
              <RegionLink regionId={connection.regionId} />
            </span>
          )}
        </RowHeader>
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
      </Row>
      {isOpen && (
        <Row id={panelId} className="max-xl:block">
          <Cell colSpan={8} className="p-0 max-xl:block">
            <div className="bg-sunken p-4">
              <PanelActions connection={connection} />
              <ConnectionPanel connection={connection} />
            </div>
          </Cell>
        </Row>
      )}
    </>
  );
}

/** The connection has a page of its own, to look at and to send. */
function PanelActions({ connection }: { connection: VpnConnection }) {
  const t = useTranslations("connections.panel");
  const { regionId, vpnConnectionId } = connection;
  const href = pages.vpnConnection(regionId, vpnConnectionId);
  return (
    <div className="mb-4 flex flex-wrap gap-2">
      <Link prefetch={false} href={href} className={`${buttonClass("quiet")} print:hidden`}>
        {t("page")}
      </Link>
      <CopyLink href={href} />
    </div>
  );
}

/** The two tunnels of a pair may differ. */
function IkeVersions({ connection }: { connection: VpnConnection }) {
  const versions = connection.tunnels.map((tunnel) => tunnel.ikeConfig.ikeVersion ?? "–");
  return <span className="data whitespace-nowrap">{[...new Set(versions)].join(", ")}</span>;
}
