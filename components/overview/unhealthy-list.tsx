import { useQuery } from "@tanstack/react-query";
import { CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRegionNames } from "@/components/layout/use-regions";
import { CopyArea } from "@/components/ui/copy-area";
import { useHydrated } from "@/components/ui/use-hydrated";
import { UnhealthyRow } from "@/components/overview/unhealthy-row";
import { buttonClass } from "@/components/ui/button";
import { ColumnHeader, Row, Table, TableBody, TableHead } from "@/components/ui/table";
import { useConnectionWords } from "@/components/vpn-connections/words";
import { pages } from "@/lib/vpn/hrefs";
import { UNHEALTHY } from "@/lib/vpn/list-scope";
import { summariesQuery } from "@/lib/vpn/queries";
import type { Overview } from "@/lib/vpn/overview";

const COLUMNS = [
  ["status", "w-[25%]"],
  ["connection", "w-[25%]"],
  ["where", "w-[28%]"],
  ["since", "w-[22%]"],
] as const;

/** What is down or degraded anywhere, worst first and what is new before what is old. */
export function UnhealthyList({ overview }: { overview: Overview }) {
  const t = useTranslations("allRegions.unhealthy");
  const tConnections = useConnectionWords();
  const regionNameOf = useRegionNames();
  const isHydrated = useHydrated();
  const { data: list } = useQuery(summariesQuery(UNHEALTHY));
  const { down, degraded } = overview.counts;
  const count = down + degraded;
  if (count === 0) return <NoTrouble overview={overview} />;
  const rows = list?.connections ?? [];
  return (
    <section aria-labelledby="unhealthy" className="mb-10">
      <h2 id="unhealthy" className="mb-3 text-lg font-semibold">
        {t("title")}
      </h2>
      <div className="overflow-clip rounded-lg border border-line bg-surface shadow-raised">
        <CopyArea>
          <Table aria-labelledby="unhealthy" className="w-full table-fixed text-left max-lg:block">
            <TableHead className="bg-sunken text-xs text-ink-soft max-lg:sr-only">
              <Row>
                {COLUMNS.map(([column, width]) => (
                  <ColumnHeader
                    key={column}
                    className={`${width} px-3 py-2.5 font-medium first:pl-4`}
                  >
                    {t(column)}
                  </ColumnHeader>
                ))}
              </Row>
            </TableHead>
            <TableBody className="max-lg:block">
              {rows.map((connection) => (
                <UnhealthyRow
                  key={`${connection.regionId} ${connection.vpnConnectionId}`}
                  connection={connection}
                  regionName={regionNameOf(connection.regionId)}
                  isHydrated={isHydrated}
                  t={tConnections}
                  since={t("since")}
                />
              ))}
            </TableBody>
          </Table>
        </CopyArea>
      </div>
      {count > rows.length && (
        <a
          href={pages.vpnConnections(null, { status: UNHEALTHY.status, sort: UNHEALTHY.sort })}
          className={`${buttonClass("quiet")} mt-3`}
        >
          {t("all", { count })}
        </a>
      )}
    </section>
  );
}

/** Good news only as far as it goes: what has not been read may be anything. */
function NoTrouble({ overview: { regions, counts } }: { overview: Overview }) {
  const t = useTranslations("allRegions.unhealthy");
  const known = regions.filter(({ totalCount }) => totalCount !== null).length;
  if (known === 0) return null;
  const isWhole = known === regions.length;
  const isAnyUp = counts.up > 0;
  return (
    <p className="mb-10 flex items-center gap-2.5 rounded-lg border border-line bg-surface px-4 py-3">
      <CircleCheck aria-hidden className="size-5 shrink-0 text-up" />
      {isWhole
        ? isAnyUp
          ? t("none")
          : t("nothing")
        : t("noneYet", { known, total: regions.length })}
    </p>
  );
}
