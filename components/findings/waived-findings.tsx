import { useTranslations } from "next-intl";
import { FindingSubject } from "@/components/findings/finding-subject";
import type { RegionNames } from "@/components/findings/region-names";
import { SeverityLabel } from "@/components/findings/severity-label";
import { TunnelNames } from "@/components/findings/tunnel-names";
import {
  Cell,
  ColumnHeader,
  Row,
  RowHeader,
  Table,
  TableBody,
  TableHead,
} from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { findingRows } from "@/lib/vpn/findings/finding-rows";
import type { ListedFinding } from "@/lib/vpn/findings/list";
import type { ShownWaiver } from "@/lib/vpn/findings/waiver";

type Props = {
  findings: ListedFinding[];
  /** On all pages. */
  count: number;
  regionNames: RegionNames;
};

/** What the team has accepted, with why and for how long: folded, since nobody has to act on it. */
export function WaivedFindings({ findings, count, regionNames }: Props) {
  const t = useTranslations("findings");
  const tRow = useTranslations("findings.row");
  if (findings.length === 0) return null;
  return (
    <details className="finding-group print-open">
      <summary id="waived" className="cursor-pointer px-4 py-3 font-semibold hover:text-accent">
        {t("waived.title", { count })}
      </summary>
      <p className="px-4 pb-3 text-sm text-ink-soft">{t("waived.note")}</p>
      <Table aria-labelledby="waived" className="finding-table border-t border-line">
        <TableHead className="finding-heads">
          <Row>
            <ColumnHeader className="w-[8.5rem]">{tRow("severity")}</ColumnHeader>
            <ColumnHeader className="w-[22%]">{tRow("finding")}</ColumnHeader>
            <ColumnHeader className="w-[28%]">{tRow("connection")}</ColumnHeader>
            <ColumnHeader>{t("waived.reason")}</ColumnHeader>
            <ColumnHeader className="w-[13rem]">{t("waived.until")}</ColumnHeader>
          </Row>
        </TableHead>
        <TableBody className="max-md:block">
          {findingRows(findings).map((row) => (
            <Row key={row.key} className="finding-row">
              <Cell>
                <SeverityLabel severity={row.finding.severity} />
              </Cell>
              <RowHeader className="font-normal wrap-anywhere">
                {row.finding.title}{" "}
                <span className="block text-sm">
                  <TunnelNames row={row} />
                </span>
              </RowHeader>
              <Cell className="wrap-anywhere">
                <FindingSubject finding={row.finding} regionNames={regionNames} />
              </Cell>
              <Cell className="text-sm/6 wrap-anywhere">{row.finding.waiver?.reason}</Cell>
              <Cell className="text-sm/6">
                {row.finding.waiver !== null && <End waiver={row.finding.waiver} />}
              </Cell>
            </Row>
          ))}
        </TableBody>
      </Table>
    </details>
  );
}

/** A day stands as it was written, since it ends with UTC's in every zone. */
function End({ waiver: { until, lastDay } }: { waiver: ShownWaiver }) {
  const t = useTranslations("findings");
  if (lastDay === null) return <Time value={until} />;
  return t.rich("waived.lastDay", {
    day: () => (
      <time dateTime={lastDay} className="whitespace-nowrap tabular-nums">
        {lastDay}
      </time>
    ),
  });
}
