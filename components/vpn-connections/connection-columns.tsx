import type { Column } from "@/components/list/column";
import { RegionCell } from "@/components/list/region-cell";
import { Time } from "@/components/ui/time";
import { ValuesCell } from "@/components/vpn-connections/cells";
import { AttachedTo, CustomerGateways } from "@/components/vpn-connections/gateways";
import { TunnelSigns, VerdictSign } from "@/components/vpn-connections/status-sign";
import type { ConnectionWords } from "@/components/vpn-connections/words";
import { type ColumnKind, type ConnectionColumn, kindOf } from "@/lib/vpn/connection-columns";
import type { ConnectionRow } from "@/lib/vpn/connection-row";
import { pages } from "@/lib/vpn/hrefs";

type Words = { t: ConnectionWords; regionNameOf: (regionId: string) => string };
type OwnColumn = Pick<Column<ConnectionRow>, "width" | "look" | "brief"> & {
  cell: (row: ConnectionRow, words: Words) => React.ReactNode;
};

/** Columns with a cell of their own; the others show the values that they have. */
const OWN: Partial<Record<ConnectionColumn, OwnColumn>> = {
  verdict: {
    width: 6.75,
    look: "text",
    brief: "plain",
    cell: ({ verdict }, { t }) => <VerdictSign verdict={verdict} t={t} />,
  },
  name: { width: 12, look: "head", cell: ({ name }) => name },
  tunnels: {
    width: 4,
    look: "text",
    brief: "plain",
    cell: ({ tunnels }, { t }) => <TunnelSigns tunnels={tunnels} t={t} />,
  },
  regionId: {
    width: 6,
    look: "text",
    cell: ({ regionId }, { regionNameOf }) => (
      <RegionCell
        regionId={regionId}
        name={regionNameOf(regionId)}
        href={pages.vpnConnections(regionId)}
      />
    ),
  },
  vpnGatewayId: {
    width: 8.25,
    look: "text",
    cell: ({ regionId, attachedTo }, { t }) => (
      <AttachedTo regionId={regionId} attachedTo={attachedTo} t={t} />
    ),
  },
  customerGatewayIds: {
    width: 8.25,
    look: "text",
    cell: (row, { t }) => <CustomerGateways row={row} t={t} />,
  },
  localSubnets: {
    width: 8.75,
    look: "data",
    cell: ({ values, isByRouteTable }, { t }) => (
      <>
        <ValuesCell kind="cidr" values={values.localSubnets} t={t} />
        {isByRouteTable && <> {t("table.destinationRouting")}</>}
      </>
    ),
  },
  // Room for `192.168.136.0/24` and the number of others: without its mask a CIDR is another network.
  remoteSubnets: {
    width: 9.25,
    look: "data",
    cell: ({ values }, { t }) => <ValuesCell kind="cidr" values={values.remoteSubnets} t={t} />,
  },
  verdictSince: {
    width: 5.75,
    look: "text",
    brief: "plain",
    cell: ({ since }, { t }) => <Since of={since} t={t} />,
  },
  ikeVersion: {
    width: 3.5,
    look: "text",
    brief: "plain",
    cell: ({ values }, { t }) => <ValuesCell kind="text" values={values.ikeVersion} t={t} />,
  },
  changesIn24Hours: {
    width: 6,
    look: "number",
    brief: "labelled",
    cell: ({ values }, { t }) => (
      <ValuesCell kind="number" values={values.changesIn24Hours} t={t} />
    ),
  },
};

const LOOKS: Record<ColumnKind, Pick<Column<ConnectionRow>, "width" | "look">> = {
  text: { width: 8.25, look: "text" },
  id: { width: 7.25, look: "data" },
  cidr: { width: 9, look: "data" },
  number: { width: 6, look: "number" },
  seconds: { width: 7, look: "text" },
  flag: { width: 6, look: "text" },
  time: { width: 7, look: "text" },
  own: { width: 8.25, look: "text" },
};

export type LabelledColumn = { name: ConnectionColumn; label: string };

/** The columns that are shown, with their cells. */
export function connectionColumns(
  shown: LabelledColumn[],
  words: Words,
): Column<ConnectionRow, ConnectionColumn>[] {
  return shown.map(({ name, label }) => {
    const kind = kindOf(name);
    const own = OWN[name];
    const cell = own
      ? (row: ConnectionRow) => own.cell(row, words)
      : (row: ConnectionRow) => <ValuesCell kind={kind} values={row.values[name]} t={words.t} />;
    const shape: Omit<OwnColumn, "cell"> = own ?? LOOKS[kind];
    return { ...shape, name, label, isSorted: true, cell };
  });
}

const AT_LEAST = "≥";

type SinceProps = { of: ConnectionRow["since"]; t: ConnectionWords };

/** Since when it has been as it is, as far as that is known. */
function Since({ of, t }: SinceProps) {
  if (of === null || of.verdictSince === null) return "–";
  const time = <Time value={of.verdictSince} show="age" />;
  return of.verdictSinceExact ? (
    time
  ) : (
    <>
      <abbr title={t("since.atLeast")}>{AT_LEAST}</abbr> {time}
    </>
  );
}
