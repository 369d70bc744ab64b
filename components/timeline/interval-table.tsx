import { useTranslations } from "next-intl";
import { Swatch } from "@/components/timeline/legend";
import { useDuration } from "@/components/ui/use-duration";
import { useReasonWords } from "@/components/timeline/use-interval-words";
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
import type { ReasonedInterval } from "@/lib/vpn/no-data";

/** Newest intervals of a table; a page with more would be slow. */
export const MOST_ROWS = 50;

type Props = { name: string; intervals: ReasonedInterval[]; to: number };

/** The same as a strip, in words and exact times, newest first. */
export function IntervalTable({ name, intervals, to }: Props) {
  const t = useTranslations("history");
  const duration = useDuration();
  const reasonWords = useReasonWords();
  const shown = intervals.toReversed().slice(0, MOST_ROWS);
  const left = intervals.length - shown.length;
  return (
    <>
      <Table className="mt-4 w-full text-left text-sm max-sm:block">
        <caption className="pb-1 text-left font-semibold max-sm:block">{name}</caption>
        <TableHead className="max-sm:sr-only">
          <Row className="border-b border-line text-ink-soft">
            <ColumnHeader className="py-1 pr-4 font-medium">{t("table.state")}</ColumnHeader>
            <ColumnHeader className="py-1 pr-4 font-medium">{t("table.lasted")}</ColumnHeader>
            <ColumnHeader className="py-1 pr-4 font-medium">{t("table.from")}</ColumnHeader>
            <ColumnHeader className="py-1 font-medium">{t("table.to")}</ColumnHeader>
          </Row>
        </TableHead>
        <TableBody className="max-sm:block">
          {shown.map(({ state, from, to: end, reason }) => (
            <Row
              key={from}
              className="border-line not-last:border-b max-sm:flex max-sm:flex-wrap max-sm:gap-x-3 max-sm:py-1.5"
            >
              <RowHeader className="py-1.5 pr-4 align-top font-normal max-sm:basis-full max-sm:py-0">
                <span className="flex items-start gap-2">
                  <Swatch state={state} />
                  <span>
                    {t(`state.${state}`)}
                    {reason !== null && (
                      <span className="block text-ink-soft">{reasonWords(reason)}</span>
                    )}
                  </span>
                </span>
              </RowHeader>
              <Cell className="py-1.5 pr-4 align-top whitespace-nowrap tabular-nums max-sm:basis-full max-sm:py-0 max-sm:pl-6">
                {duration((end ?? to) - from)}
              </Cell>
              <Cell className="py-1.5 pr-4 align-top max-sm:py-0 max-sm:pr-0 max-sm:pl-6 max-sm:text-xs">
                <Time value={from} />
              </Cell>
              <Cell className="py-1.5 align-top max-sm:py-0 max-sm:text-xs max-sm:pl-6">
                {end === null ? t("table.stillSo") : <Time value={end} />}
              </Cell>
            </Row>
          ))}
        </TableBody>
      </Table>
      {left > 0 && <p className="mt-2 text-sm text-ink-soft">{t("table.left", { count: left })}</p>}
    </>
  );
}
