import { clsx } from "clsx";
import { ChevronRight, CircleAlert, CircleX } from "lucide-react";
import { useTranslations } from "next-intl";
import { lineAnchor } from "@/components/logs/line-anchor";
import { Time } from "@/components/ui/time";
import { Cell, ColumnHeader, Row, Table, TableBody, TableHead } from "@/components/ui/table";
import type { LogLine } from "@/lib/vpn/logs/connection-logs";
import type { LineSeverity } from "@/lib/vpn/logs/line-meanings";

type Props = { caption: string; lines: LogLine[] };

const CELL = "block py-0.5 align-top lg:table-cell lg:py-1.5";
const HEAD = "py-1 font-normal";

/** The lines in the order in which they were sent; in a narrow window what a line means stands beneath it. */
export function LineTable({ caption, lines }: Props) {
  const t = useTranslations("logs.lines");
  return (
    <details open className="group print-open">
      <summary className="mb-2 flex w-fit cursor-pointer items-center gap-1 text-sm font-medium">
        <ChevronRight
          aria-hidden
          className="size-4 transition-transform group-open:rotate-90 print:hidden"
        />
        {caption}
      </summary>
      <Table aria-label={caption} className="block w-full text-sm lg:table">
        <TableHead className="hidden text-left text-xs text-ink-soft lg:table-header-group">
          <Row>
            <ColumnHeader className={`${HEAD} w-12 pr-3 text-right`}>{t("number")}</ColumnHeader>
            <ColumnHeader className={`${HEAD} w-20 pr-3`}>{t("time")}</ColumnHeader>
            <ColumnHeader className={`${HEAD} pr-4`}>{t("text")}</ColumnHeader>
            <ColumnHeader className={`${HEAD} w-1/3`}>{t("meaning")}</ColumnHeader>
          </Row>
        </TableHead>
        <TableBody className="block lg:table-row-group">
          {lines.map((line) => (
            <LineRow key={line.position} line={line} />
          ))}
        </TableBody>
      </Table>
    </details>
  );
}

function LineRow({ line }: { line: LogLine }) {
  const { at, position, severity, text } = line;
  return (
    <Row
      id={lineAnchor(line)}
      className={clsx(
        "block scroll-mt-20 break-inside-avoid border-t border-l-3 border-t-line py-1.5 pl-3 target:bg-accent/15 lg:table-row",
        severity === "error" ? "border-l-down" : "border-l-transparent",
      )}
    >
      <Cell
        className={`${CELL} text-xs/5 text-ink-soft tabular-nums max-lg:hidden lg:pr-3 lg:text-right`}
      >
        {position}
      </Cell>
      <Cell className={`${CELL} text-xs/5 text-ink-soft lg:pr-3`}>
        {at !== null && <Time value={at} show="time" />}
      </Cell>
      <Cell className={`${CELL} lg:pr-4`}>
        <span className="data">{text}</span>
      </Cell>
      <Cell className={CELL}>
        <Meaning {...line} />
      </Cell>
    </Row>
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
