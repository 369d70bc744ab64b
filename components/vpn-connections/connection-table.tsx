import { ColumnHeader, Row, Table, TableBody, TableHead } from "@/components/ui/table";
import { useTranslations } from "next-intl";
import { ConnectionRows } from "@/components/vpn-connections/connection-rows";
import { UnreadableRow } from "@/components/vpn-connections/unreadable-row";
import type { VpnConnectionList } from "@/lib/vpn/types";

/** Names and widths; the widths hold an id on one line from 1440 px. */
const COLUMNS = [
  ["name", "w-[18%]"],
  ["status", "w-[17.5%]"],
  ["vpnGateway", "w-[14.5%]"],
  ["customerGateway", "w-[14.5%]"],
  ["localSubnets", "w-[11%]"],
  ["remoteSubnets", "w-[11%]"],
  ["ikeVersion", "w-[5%]"],
  ["created", "w-[8.5%]"],
] as const;

type Props = {
  list: VpnConnectionList;
  caption: string;
  isOpen: (vpnConnectionId: string) => boolean;
  toggleHref: (vpnConnectionId: string) => string;
  onToggle: (vpnConnectionId: string) => void;
};

/** The roles say again what the elements are: a table laid out as blocks loses them otherwise. */
export function ConnectionTable({ list, caption, isOpen, toggleHref, onToggle }: Props) {
  const t = useTranslations("connections.table");
  return (
    <div className="overflow-clip rounded-lg border border-line bg-surface shadow-raised">
      <Table className="w-full table-fixed border-collapse text-left max-xl:block">
        <caption className="sr-only">{caption}</caption>
        <TableHead className="bg-sunken text-xs text-ink-soft max-xl:sr-only">
          <Row>
            {COLUMNS.map(([column, width]) => (
              <ColumnHeader
                key={column}
                className={`${width} px-3 py-2.5 text-left font-medium first:pl-4`}
              >
                {t(column)}
              </ColumnHeader>
            ))}
          </Row>
        </TableHead>
        <TableBody className="max-xl:block">
          {list.vpnConnections.map((connection) => (
            <ConnectionRows
              key={connection.vpnConnectionId}
              connection={connection}
              isOpen={isOpen(connection.vpnConnectionId)}
              toggleHref={toggleHref(connection.vpnConnectionId)}
              onToggle={() => onToggle(connection.vpnConnectionId)}
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
    </div>
  );
}
