import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { pages } from "@/lib/vpn/hrefs";
import type { Subnet, SubnetParameters } from "@/lib/vpn/subnet-list";

type Props = { subnet: Subnet; parameters: SubnetParameters };

/** A network, where it lies among the others, and what is to be said of it. */
export function SubnetHead({ subnet, parameters }: Props) {
  const t = useTranslations("subnets.row");
  const { cidr, within, containsCount, isCatchAll, overlaps, longestMatchOf, match } = subnet;
  const around = within.at(-1);
  const link = (q: string, children: ReactNode) => (
    <a href={pages.subnets({ ...parameters, pageNumber: 1, overlap: null, q })} className="link">
      {children}
    </a>
  );
  return (
    <div className="min-w-0">
      <p className="font-mono text-sm/6 font-semibold break-all tabular-nums">{cidr}</p>
      {(around !== undefined || containsCount > 0) && (
        <p className="flex flex-wrap gap-x-3 text-sm/5 text-ink-soft">
          {around !== undefined && !around.endsWith("/0") && (
            <span className="wrap-anywhere">
              {t.rich("within", { link: () => link(around, around) })}
            </span>
          )}
          {containsCount > 0 && !isCatchAll && (
            <span>
              {t.rich("contains", { count: containsCount, link: (words) => link(cidr, words) })}
            </span>
          )}
        </p>
      )}
      <ul className="mt-1 flex flex-wrap gap-1.5 text-xs/5 font-medium empty:hidden">
        {longestMatchOf.map((side) => (
          <Badge key={side} tone="good">
            {t(`longestMatch.${side}`)}
          </Badge>
        ))}
        {isCatchAll && <Badge tone="quiet">{t("catchAll")}</Badge>}
        {match === "inside" && <Badge tone="quiet">{t("inside")}</Badge>}
        {overlaps.map(({ kind, sameGateway }) => (
          <Badge key={kind} tone={sameGateway ? "bad" : "quiet"}>
            {sameGateway ? t(`sameGateway.${kind}`) : t(`elsewhere.${kind}`)}
          </Badge>
        ))}
      </ul>
    </div>
  );
}

const TONES = {
  good: "border-up/25 bg-surface text-up",
  bad: "border-degraded/35 bg-degraded-wash text-degraded",
  quiet: "border-line-strong text-ink-soft",
} as const;

function Badge({ tone, children }: { tone: keyof typeof TONES; children: ReactNode }) {
  return <li className={clsx("rounded-full border px-2", TONES[tone])}>{children}</li>;
}
