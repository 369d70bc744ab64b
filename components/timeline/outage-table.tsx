import { useTranslations } from "next-intl";
import { MOST_ROWS } from "@/components/timeline/interval-table";
import { Swatch } from "@/components/timeline/legend";
import { useDuration } from "@/components/ui/use-duration";
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
import { pages } from "@/lib/vpn/hrefs";
import type { Outage } from "@/lib/vpn/worst-timelines";

type Props = { regionId: string; outages: Outage[]; to: number };

/** What the strips of a gateway show, in words and exact times: outages that begin together stand together. */
export function OutageTable({ regionId, outages, to }: Props) {
  const t = useTranslations("history");
  const pageWords = useTranslations("pages");
  const duration = useDuration();
  const left = outages.length - MOST_ROWS;
  return (
    <>
      <Table aria-label={t("table.outages")} className="mt-2 w-full text-left text-sm max-sm:block">
        <TableHead className="max-sm:sr-only">
          <Row className="border-b border-line text-ink-soft">
            <ColumnHeader className="py-1 pr-4 font-medium">{t("table.from")}</ColumnHeader>
            <ColumnHeader className="py-1 pr-4 font-medium">{t("table.ofConnection")}</ColumnHeader>
            <ColumnHeader className="py-1 pr-4 font-medium">{t("table.state")}</ColumnHeader>
            <ColumnHeader className="py-1 pr-4 font-medium">{t("table.lasted")}</ColumnHeader>
            <ColumnHeader className="py-1 font-medium">{t("table.to")}</ColumnHeader>
          </Row>
        </TableHead>
        <TableBody className="max-sm:block">
          {outages.slice(0, MOST_ROWS).map(({ vpnConnectionId, name, state, from, to: end }) => (
            <Row
              key={`${vpnConnectionId}-${from}`}
              className="border-line not-last:border-b max-sm:flex max-sm:flex-wrap max-sm:gap-x-3 max-sm:py-1.5"
            >
              <Cell className="py-1.5 pr-4 align-top max-sm:basis-full max-sm:py-0">
                <Time value={from} />
              </Cell>
              <RowHeader className="py-1.5 pr-4 align-top font-normal wrap-anywhere max-sm:basis-full max-sm:py-0">
                <a href={pages.history(regionId, vpnConnectionId)} className="link">
                  <bdi>{name || pageWords("unnamed")}</bdi>
                </a>
              </RowHeader>
              <Cell className="py-1.5 pr-4 align-top max-sm:py-0 max-sm:pr-0">
                <span className="flex items-start gap-2">
                  <Swatch state={state} />
                  {t(`state.${state}`)}
                </span>
              </Cell>
              <Cell className="py-1.5 pr-4 align-top whitespace-nowrap tabular-nums max-sm:py-0 max-sm:pr-0">
                {duration((end ?? to) - from)}
              </Cell>
              <Cell className="py-1.5 align-top max-sm:py-0">
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
