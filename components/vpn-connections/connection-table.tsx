import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo } from "react";
import { DenseTable } from "@/components/list/dense-table";
import { useRegionNames } from "@/components/layout/use-regions";
import { useHydrated } from "@/components/ui/use-hydrated";
import {
  connectionColumns,
  type LabelledColumn,
} from "@/components/vpn-connections/connection-columns";
import { ConnectionRows } from "@/components/vpn-connections/connection-rows";
import { loadPanel } from "@/components/vpn-connections/panel/lazy-panel";
import { shownMatch } from "@/components/vpn-connections/search-match";
import { UnreadableRow } from "@/components/vpn-connections/unreadable-row";
import { useConnectionWords } from "@/components/vpn-connections/words";
import type { ConnectionRow, ConnectionRowList } from "@/lib/vpn/connection-row";
import { vpnConnectionQuery } from "@/lib/vpn/queries";
import type { Sort } from "@/lib/vpn/sort-fields";

/** Who looks at a list for so long may open a panel. */
const LOOKED_AT_MS = 2_000;

type Props = {
  list: ConnectionRowList;
  shown: LabelledColumn[];
  caption: string;
  sort: Sort | null;
  sortHref: (sort: string | null) => string;
  isOpen: (vpnConnectionId: string) => boolean;
  toggleHref: (vpnConnectionId: string) => string;
  onToggle: (vpnConnectionId: string) => void;
};

export function ConnectionTable(props: Props) {
  const { list, shown, caption, sort, sortHref, isOpen, toggleHref, onToggle } = props;
  const t = useConnectionWords();
  const regionNameOf = useRegionNames();
  // Next hears of an address set by script only once its own effects have run.
  const isListening = useHydrated();
  const columns = useMemo(
    () => connectionColumns(shown, { t, regionNameOf }),
    [shown, t, regionNameOf],
  );
  const queryClient = useQueryClient();
  const onNear = useCallback(
    ({ regionId, vpnConnectionId }: ConnectionRow) => {
      void loadPanel();
      void queryClient.prefetchQuery(vpnConnectionQuery(regionId, vpnConnectionId));
    },
    [queryClient],
  );
  // A finger gives no notice. Later than all that the page itself needs.
  useEffect(() => {
    const timer = setTimeout(() => void loadPanel(), LOOKED_AT_MS);
    return () => clearTimeout(timer);
  }, []);
  const toggle = useCallback(
    ({ vpnConnectionId }: ConnectionRow) => onToggle(vpnConnectionId),
    [onToggle],
  );
  return (
    <DenseTable {...{ columns, sort, sortHref, caption }}>
      {list.vpnConnections.map((row, index) => (
        <ConnectionRows
          key={`${row.regionId} ${row.vpnConnectionId}`}
          row={row}
          columns={columns}
          match={shownMatch(list.matches?.[index])}
          isOpen={isOpen(row.vpnConnectionId)}
          toggleHref={toggleHref(row.vpnConnectionId)}
          onToggle={isListening ? toggle : undefined}
          onNear={onNear}
          t={t}
        />
      ))}
      {list.unreadable.map((connection, index) => (
        <UnreadableRow
          key={`${connection.vpnConnectionId ?? ""}-${index + 1}`}
          connection={connection}
          columnCount={columns.length}
        />
      ))}
    </DenseTable>
  );
}
