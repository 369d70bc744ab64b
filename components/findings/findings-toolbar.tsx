import { clsx } from "clsx";
import { Download, RefreshCw } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { ReadAt } from "@/components/list/read-at";
import { buttonClass } from "@/components/ui/button";
import { CopyLink } from "@/components/ui/copy-link";
import { type FindingList, openCountOf } from "@/lib/vpn/findings/list";
import { type FindingPageParameters, GROUPINGS } from "@/lib/vpn/findings/parameters";
import { api, pages } from "@/lib/vpn/hrefs";
import { DOWNLOAD_FORMATS } from "@/lib/vpn/list-parameters";

type Props = { parameters: FindingPageParameters; list: FindingList };

/** How much has been found and looked at, and ways to group it, to have it newer and to take it along. */
export function FindingsToolbar({ parameters, list }: Props) {
  const t = useTranslations("findings");
  const tList = useTranslations("connections.list");
  const href = pages.findings(parameters);
  const quiet = clsx(buttonClass("quiet"), "print:hidden");
  return (
    <div className="mb-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
      <div>
        <p className="font-medium">
          <Extent list={list} />
        </p>
        <p className="text-sm text-ink-soft">
          <Inspected list={list} />
          {" · "}
          <ReadAt at={list.fetchedAt} />
        </p>
        <OnePage parameters={parameters} list={list} />
      </div>
      <div className="flex flex-wrap items-center gap-2 text-sm">
        <nav aria-label={t("groups.label")} className="print:hidden">
          <ul className="flex rounded-md border border-line-strong bg-surface p-0.5">
            {GROUPINGS.map((by) => (
              <li key={by}>
                <a
                  href={pages.findings({ ...parameters, by, pageNumber: 1 })}
                  aria-current={by === parameters.by ? "true" : undefined}
                  className="inline-flex min-h-8 items-center rounded-sm px-3 aria-[current]:bg-sunken aria-[current]:font-semibold"
                >
                  {t(`groups.${by}`)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <a href={href} className={quiet}>
          <RefreshCw aria-hidden className="size-4" />
          {tList("refresh")}
        </a>
        <CopyLink href={href} />
        {DOWNLOAD_FORMATS.map((format) => (
          <a
            key={format}
            href={api.downloadFindings(parameters, format)}
            download
            aria-label={tList("download", { format: format.toUpperCase() })}
            className={quiet}
          >
            <Download aria-hidden className="size-4" />
            {format.toUpperCase()}
          </a>
        ))}
      </div>
    </div>
  );
}

/** How many there are, without accepted ones, which are counted apart. */
function Extent({ list }: { list: FindingList }) {
  const t = useTranslations("findings.list");
  const format = useFormatter();
  const { findings, totalCount, waived, pageNumber, pageSize } = list;
  const count = openCountOf(list);
  const from = (pageNumber - 1) * pageSize + 1;
  if (findings.length === 0 || findings.length === totalCount) return t("total", { count, waived });
  return t("range", {
    from: format.number(from),
    to: format.number(from + findings.length - 1),
    total: totalCount,
    count,
    waived,
  });
}

function Inspected({ list: { inspectedRegions, inspectedConnections } }: { list: FindingList }) {
  const t = useTranslations("findings.list");
  return t("inspected", { connections: inspectedConnections, regions: inspectedRegions });
}

/** On paper there is no next page. */
function OnePage({ parameters, list: { findings, totalCount } }: Props) {
  const t = useTranslations("findings.list");
  if (findings.length === totalCount) return null;
  return (
    <p className="hidden text-sm text-ink-soft print:block">
      {t.rich("onePage", {
        csv: (words) => (
          <a href={api.downloadFindings(parameters, "csv")} className="printed-href">
            {words}
          </a>
        ),
      })}
    </p>
  );
}
