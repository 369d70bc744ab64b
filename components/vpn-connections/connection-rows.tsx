import { memo } from "react";
import { hasUrgent } from "@/components/findings/finding-count";
import type { Column } from "@/components/list/column";
import { DenseRow } from "@/components/list/dense-row";
import { Cell, Row } from "@/components/ui/table";
import { FindingMark } from "@/components/vpn-connections/finding-mark";
import { OpenPanel } from "@/components/vpn-connections/panel/open-panel";
import { RowNote } from "@/components/vpn-connections/row-note";
import { RowToggle } from "@/components/vpn-connections/row-toggle";
import type { ConnectionWords } from "@/components/vpn-connections/words";
import type { ConnectionRow } from "@/lib/vpn/connection-row";
import type { SearchMatch } from "@/lib/vpn/search-match";

type Props = {
  row: ConnectionRow;
  columns: readonly Column<ConnectionRow>[];
  /** What a search has found of it, where the row does not show that anyway. */
  match: SearchMatch | null;
  isOpen: boolean;
  toggleHref: string;
  onToggle: ((row: ConnectionRow) => void) | undefined;
  /** Called when it may be opened soon. */
  onNear: (row: ConnectionRow) => void;
  t: ConnectionWords;
};

/** A connection's row, and its panel's row while it is open. The other rows stay as they are when one opens. */
export const ConnectionRows = memo(function ConnectionRows(props: Props) {
  const { row, columns, match, isOpen, toggleHref, onToggle, onNear, t } = props;
  const { vpnConnectionId, name } = row;
  const panelId = `panel-${vpnConnectionId}`;
  const toggle = (
    <RowToggle
      name={name}
      isOpen={isOpen}
      controls={panelId}
      href={toggleHref}
      onToggle={onToggle && (() => onToggle(row))}
      onNear={() => onNear(row)}
      t={t}
    />
  );
  return (
    <>
      <DenseRow
        thing={row}
        columns={columns}
        head={
          <>
            {hasFindings(row) ? (
              <div className="flex">
                {toggle}
                <FindingMark connection={row} t={t} />
              </div>
            ) : (
              toggle
            )}
            <RowNote row={row} match={match} t={t} />
          </>
        }
      />
      {isOpen && (
        <Row id={panelId} className="narrow:block">
          <Cell colSpan={columns.length} className="p-0 narrow:block">
            <div className="border-b border-line bg-sunken p-4">
              <OpenPanel row={row} />
            </div>
          </Cell>
        </Row>
      )}
    </>
  );
});

function hasFindings({ findingCounts }: ConnectionRow): boolean {
  return findingCounts !== null && hasUrgent(findingCounts);
}
