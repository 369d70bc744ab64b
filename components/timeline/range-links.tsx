import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { pages } from "@/lib/vpn/hrefs";
import { type Range, RANGES } from "@/lib/vpn/history";

type Props = { regionId: string; vpnConnectionId: string; range: Range };

/** Plain links, which come back to where they stand on the page. */
export function RangeLinks({ regionId, vpnConnectionId, range }: Props) {
  const t = useTranslations("history.range");
  return (
    <nav aria-label={t("label")} className="print:hidden">
      <ul className="flex w-fit overflow-clip rounded-md border border-line-strong">
        {RANGES.map((one) => (
          <li key={one} className="not-last:border-r not-last:border-line-strong">
            <Link
              prefetch={false}
              href={pages.history(regionId, vpnConnectionId, one)}
              aria-current={one === range ? "true" : undefined}
              className={clsx(
                "flex min-h-9 items-center px-3 text-sm font-medium whitespace-nowrap -outline-offset-2!",
                one === range ? "bg-accent text-on-accent" : "bg-surface hover:bg-sunken",
              )}
            >
              {t(one)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
