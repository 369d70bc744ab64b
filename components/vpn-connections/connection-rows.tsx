import { Cell, Row, RowHeader } from "@/components/ui/table";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { buttonClass } from "@/components/ui/button";
import { CopyLink } from "@/components/ui/copy-link";
import { ConnectionCells, ConnectionPlace } from "@/components/vpn-connections/connection-cells";
import { ROW } from "@/components/vpn-connections/labelled-cell";
import { ConnectionPanel } from "@/components/vpn-connections/panel/connection-panel";
import { RowToggle } from "@/components/vpn-connections/row-toggle";
import { SearchMatchNote } from "@/components/vpn-connections/search-match";
import { pages } from "@/lib/vpn/hrefs";
import type { SearchMatch } from "@/lib/vpn/search-match";
import type { VpnConnection } from "@/lib/vpn/types";

type Props = {
  connection: VpnConnection;
  /** What a search has found of it. */
  match: SearchMatch | null;
  /** Whether the rows around it are of other regions. */
  isOfManyRegions: boolean;
  isOpen: boolean;
  toggleHref: string;
  onToggle: () => void;
};

/** A connection's row, and its panel's row while it is open. */
export function ConnectionRows(props: Props) {
  const { connection, match, isOfManyRegions, isOpen, toggleHref, onToggle } = props;
  const { vpnConnectionId, name } = connection;
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
          <ConnectionPlace connection={connection} isOfManyRegions={isOfManyRegions} />
          {match !== null && <SearchMatchNote match={match} />}
        </RowHeader>
        <ConnectionCells connection={connection} />
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
