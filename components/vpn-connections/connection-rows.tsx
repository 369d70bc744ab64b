import { Cell, Row, RowHeader } from "@/components/ui/table";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { memo } from "react";
import { buttonClass } from "@/components/ui/button";
import { CopyLink } from "@/components/ui/copy-link";
import { ConnectionCells, ConnectionPlace } from "@/components/vpn-connections/connection-cells";
import { FindingMark } from "@/components/vpn-connections/finding-mark";
import { ConnectionPanel } from "@/components/vpn-connections/panel/connection-panel";
import { RowToggle } from "@/components/vpn-connections/row-toggle";
import { SearchMatchNote } from "@/components/vpn-connections/search-match";
import type { ConnectionWords } from "@/components/vpn-connections/words";
import { pages } from "@/lib/vpn/hrefs";
import type { SearchMatch } from "@/lib/vpn/search-match";
import type { VpnConnection } from "@/lib/vpn/types";

type Props = {
  connection: VpnConnection;
  /** What a search has found of it. */
  match: SearchMatch | null;
  /** Null where the rows around it are of the same region. */
  regionName: string | null;
  isOpen: boolean;
  toggleHref: string;
  onToggle: ((vpnConnectionId: string) => void) | undefined;
  t: ConnectionWords;
};

/** A connection's row, and its panel's row while it is open. The other rows stay as they are when one opens. */
export const ConnectionRows = memo(function ConnectionRows(props: Props) {
  const { connection, match, regionName, isOpen, toggleHref, onToggle, t } = props;
  const { vpnConnectionId, name } = connection;
  const panelId = `panel-${vpnConnectionId}`;
  return (
    <>
      <Row className="list-row">
        <RowHeader className="list-row-head">
          <RowToggle
            name={name}
            isOpen={isOpen}
            controls={panelId}
            href={toggleHref}
            onToggle={onToggle && (() => onToggle(vpnConnectionId))}
            t={t}
          />
          <ConnectionPlace connection={connection} regionName={regionName} />
          <FindingMark connection={connection} t={t} />
          {match !== null && <SearchMatchNote match={match} t={t} />}
        </RowHeader>
        <ConnectionCells connection={connection} t={t} />
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
});

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
