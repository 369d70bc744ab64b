import { useTranslations } from "next-intl";
import { CopyButton } from "@/components/ui/copy-button";
import { Time } from "@/components/ui/time";
import { Cell, ROW } from "@/components/vpn-connections/cell";
import { AttachedTo, CustomerGateways } from "@/components/vpn-connections/gateways";
import { ConnectionPanel } from "@/components/vpn-connections/panel/connection-panel";
import { RowToggle } from "@/components/vpn-connections/row-toggle";
import { StatusBadge } from "@/components/vpn-connections/status-badge";
import { Subnets } from "@/components/vpn-connections/subnets";
import type { VpnConnection } from "@/lib/vpn/types";

type Props = {
  connection: VpnConnection;
  isOpen: boolean;
  toggleHref: string;
  onToggle: () => void;
};

/** A connection's row, and its panel's row while it is open. */
export function ConnectionRows({ connection, isOpen, toggleHref, onToggle }: Props) {
  const t = useTranslations("connections.table");
  const { vpnConnectionId, name, createTime } = connection;
  const panelId = `panel-${vpnConnectionId}`;
  return (
    <>
      <tr role="row" className={ROW}>
        <th
          role="rowheader"
          scope="row"
          className="min-w-0 px-4 py-3 text-left align-top font-normal"
        >
          <RowToggle
            name={name}
            isOpen={isOpen}
            controls={panelId}
            href={toggleHref}
            onToggle={onToggle}
          />
          <span className="ml-5 inline-flex items-center gap-1 text-ink-soft">
            <span className="data">{vpnConnectionId}</span>
            <CopyButton text={vpnConnectionId} what={vpnConnectionId} />
          </span>
        </th>
        <Cell label={t("status")}>
          <StatusBadge connection={connection} />
        </Cell>
        <Cell label={t("vpnGateway")}>
          <AttachedTo connection={connection} />
        </Cell>
        <Cell label={t("customerGateway")}>
          <CustomerGateways connection={connection} />
        </Cell>
        <Cell label={t("subnets")} isWide>
          <Subnets connection={connection} />
        </Cell>
        <Cell label={t("ikeVersion")}>
          <IkeVersions connection={connection} />
        </Cell>
        <Cell label={t("created")}>
          {createTime === null ? "–" : <Time value={createTime} show="date" />}
        </Cell>
      </tr>
      {isOpen && (
        <tr role="row" id={panelId} className="max-lg:block">
          <td role="cell" colSpan={7} className="p-0 max-lg:block">
            <ConnectionPanel connection={connection} />
          </td>
        </tr>
      )}
    </>
  );
}

/** The two tunnels of a pair may differ. */
function IkeVersions({ connection }: { connection: VpnConnection }) {
  const versions = connection.tunnels.map((tunnel) => tunnel.ikeConfig.ikeVersion ?? "–");
  return <span className="data whitespace-nowrap">{[...new Set(versions)].join(", ")}</span>;
}
