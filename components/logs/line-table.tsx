import { clsx } from "clsx";
import { CircleAlert, CircleX } from "lucide-react";
import { useTranslations } from "next-intl";
import { lineAnchor } from "@/components/logs/line-anchor";
import { Cell, ColumnHeader, Row, Table, TableBody, TableHead } from "@/components/ui/table";
import type { LogLine } from "@/lib/vpn/logs/connection-logs";
import type { LineSeverity } from "@/lib/vpn/logs/line-meanings";

type Props = { caption: string; lines: LogLine[] };

/** The lines in the order in which they were sent; in a narrow window what a line means stands beneath it. */
export function LineTable({ caption, lines }: Props) {
  const t = useTranslations("logs.lines");
  return (
    <Table className="block w-full text-sm lg:table">
      <caption className="mb-2 block text-left text-sm font-medium lg:table-caption">
        {caption}
      </caption>
      <TableHead className="hidden text-left text-xs text-ink-soft lg:table-header-group">
        <Row>
          <ColumnHeader className="w-12 py-1 pr-3 text-right font-normal">
            {t("number")}
          </ColumnHeader>
          <ColumnHeader className="py-1 pr-4 font-normal">{t("text")}</ColumnHeader>
          <ColumnHeader className="w-2/5 py-1 font-normal">{t("meaning")}</ColumnHeader>
        </Row>
      </TableHead>
      <TableBody className="block lg:table-row-group">
        {lines.map((line) => (
          <Row
            key={line.position}
            id={lineAnchor(line)}
            className={clsx(
              "block scroll-mt-20 border-t border-line px-2 py-1.5 target:bg-accent/15 lg:table-row",
              line.severity === "error" && "bg-down-wash",
            )}
          >
            <Cell className="hidden py-1.5 pr-3 text-right align-top text-xs/5 text-ink-soft tabular-nums lg:table-cell">
              {line.position}
            </Cell>
            <Cell className="block py-0.5 align-top lg:table-cell lg:py-1.5 lg:pr-4">
              <span className="data">{line.text}</span>
            </Cell>
            <Cell className="block py-0.5 align-top lg:table-cell lg:py-1.5">
              <Meaning {...line} />
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}

function Meaning({ severity, meaning }: LogLine) {
  return (
    <div className="flex gap-2">
      <SeverityMark severity={severity} />
      {meaning !== null && <p>{meaning}</p>}
    </div>
  );
}

function SeverityMark({ severity }: { severity: LineSeverity | null }) {
  const t = useTranslations("logs.lines.severity");
  if (severity === null || severity === "info") return null;
  const isError = severity === "error";
  const Icon = isError ? CircleX : CircleAlert;
  return (
    <span
      className={clsx(
        "flex shrink-0 items-start gap-1 font-medium",
        isError ? "text-down" : "text-degraded",
      )}
    >
      <Icon aria-hidden className="mt-0.5 size-4" />
      {isError ? t("error") : t("warning")}
    </span>
  );
}
