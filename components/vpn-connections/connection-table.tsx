import { Row, Table, TableBody, TableHead } from "@/components/ui/table";
import { memo } from "react";
import { useRegionNames } from "@/components/layout/use-regions";
import { CopyArea } from "@/components/ui/copy-area";
import { LinkArea } from "@/components/ui/link-area";
import { useHydrated } from "@/components/ui/use-hydrated";
import { ConnectionRows } from "@/components/vpn-connections/connection-rows";
import { SortableHeader } from "@/components/vpn-connections/sortable-header";
import { UnreadableRow } from "@/components/vpn-connections/unreadable-row";
import { type ConnectionWords, useConnectionWords } from "@/components/vpn-connections/words";
import type { ListParameters } from "@/lib/vpn/list-parameters";
import type { ListScope } from "@/lib/vpn/list-scope";
import type { VpnConnectionList } from "@/lib/vpn/types";

/** Names, what they sort by, and widths; the widths hold an id on one line from 1440 px. */
const COLUMNS = [
  ["name", "name", "w-[17.5%]"],
  ["status", "verdict", "w-[15.5%]"],
  ["since", "verdictSince", "w-[9.5%]"],
  ["vpnGateway", "vpnGatewayId", "w-[15%]"],
  ["customerGateway", "customerGatewayIds", "w-[15%]"],
  ["localSubnets", "localSubnets", "w-[11.25%]"],
  ["remoteSubnets", "remoteSubnets", "w-[11.25%]"],
  ["ikeVersion", "ikeVersion", "w-[5%]"],
] as const;

type Props = {
  scope: ListScope;
  parameters: ListParameters;
  list: VpnConnectionList;
  caption: string;
  isOpen: (vpnConnectionId: string) => boolean;
  toggleHref: (vpnConnectionId: string) => string;
  onToggle: (vpnConnectionId: string) => void;
};

/** The roles say again what the elements are: a table laid out as blocks loses them otherwise. */
export function ConnectionTable({ scope, parameters, list, caption, ...panels }: Props) {
  const { isOpen, toggleHref, onToggle } = panels;
  const t = useConnectionWords();
  const regionNameOf = useRegionNames();
  // Next hears of an address set by script only once its own effects have run.
  const isListening = useHydrated();
  return (
    <LinkArea className="overflow-clip rounded-lg border border-line bg-surface shadow-raised">
      <CopyArea>
        <Table className="w-full table-fixed border-collapse text-left max-xl:block">
          <caption className="sr-only">{caption}</caption>
          <Heads scope={scope} parameters={parameters} t={t} />
          <TableBody className="max-xl:block">
            {list.vpnConnections.map((connection, index) => (
              <ConnectionRows
                key={`${connection.regionId} ${connection.vpnConnectionId}`}
                connection={connection}
                match={list.matches?.[index] ?? null}
                regionName={scope.of === "allRegions" ? regionNameOf(connection.regionId) : null}
                isOpen={isOpen(connection.vpnConnectionId)}
                toggleHref={toggleHref(connection.vpnConnectionId)}
                onToggle={isListening ? onToggle : undefined}
                t={t}
              />
            ))}
            {list.unreadable.map((connection, index) => (
              <UnreadableRow
                key={`${connection.vpnConnectionId ?? ""}-${index + 1}`}
                connection={connection}
              />
            ))}
          </TableBody>
        </Table>
      </CopyArea>
    </LinkArea>
  );
}

type HeadsProps = Pick<Props, "scope" | "parameters"> & { t: ConnectionWords };

const Heads = memo(function Heads({ scope, parameters, t }: HeadsProps) {
  return (
    <TableHead className="bg-sunken text-xs text-ink-soft max-xl:sr-only">
      <Row>
        {COLUMNS.map(([column, field, width]) => (
          <SortableHeader
            key={column}
            scope={scope}
            parameters={parameters}
            field={field}
            label={t(`table.${column}`)}
            className={`${width} px-3 py-2.5 text-left font-medium first:pl-4`}
          />
        ))}
      </Row>
    </TableHead>
  );
});
