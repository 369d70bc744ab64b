import { useTranslations } from "next-intl";
import { Advice } from "@/components/findings/advice";
import { EvidenceList } from "@/components/findings/evidence-list";
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
import { findingRows } from "@/lib/vpn/findings/finding-rows";
import type { ListedFinding } from "@/lib/vpn/findings/list";

type Props = { findings: ListedFinding[]; labelledBy: string };

/** Findings of one thing, each of which unfolds to why it matters and what to set; on paper all are open. */
export function FindingRows({ findings, labelledBy }: Props) {
  const t = useTranslations("findings.row");
  return (
    <Table aria-labelledby={labelledBy} className="finding-table border-t border-line">
      <TableHead className="finding-heads">
        <Row>
          <ColumnHeader className="w-[8.5rem]">{t("severity")}</ColumnHeader>
          <ColumnHeader className="w-[44%]">{t("finding")}</ColumnHeader>
          <ColumnHeader className="w-[14%]">{t("tunnel")}</ColumnHeader>
          <ColumnHeader>{t("evidence")}</ColumnHeader>
        </Row>
      </TableHead>
      <TableBody className="max-md:block">
        {findingRows(findings).map((row) => (
          <Row key={row.key} className="finding-row">
            <Cell>
              <SeverityLabel severity={row.finding.severity} />
            </Cell>
            <RowHeader className="wrap-anywhere">
              <details className="print-open">
                <summary className="cursor-pointer font-medium underline decoration-line-strong decoration-dotted underline-offset-4 hover:text-accent">
                  {row.finding.title}
                </summary>
                <div className="mt-1 space-y-2">
                  <p className="max-w-[80ch] text-sm/6">{row.finding.detail}</p>
                  <Advice finding={row.finding} />
                </div>
              </details>
            </RowHeader>
            <Cell>
              <TunnelNames row={row} />
            </Cell>
            <Cell>
              <EvidenceList finding={row.finding} />
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}
