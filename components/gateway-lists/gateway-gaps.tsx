import { KeyRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRegionNames } from "@/components/layout/use-regions";
import { ProblemReferences } from "@/components/states/problem-references";
import { Time } from "@/components/ui/time";
import type { GatewayGap, GatewayOf } from "@/lib/vpn/gateway-list";

type Props = {
  of: GatewayOf;
  gaps: GatewayGap[];
  /** The page's own address, to look again without a script. */
  href: string;
};

/** That gateways could not be read, why, and what is shown of them instead; each cause once. */
export function GatewayGaps({ of, gaps, href }: Props) {
  const t = useTranslations("gatewayLists.gaps");
  if (gaps.length === 0) return null;
  const causes = new Set(gaps.map(causeOf));
  return (
    <aside
      aria-label={t("label")}
      className="mb-4 flex gap-3 rounded-lg border border-line-strong bg-surface px-4 py-3"
    >
      <KeyRound aria-hidden className="mt-0.5 size-5 shrink-0 text-ink-soft" />
      <div className="min-w-0">
        <p className="font-semibold">{t("label")}</p>
        <p className="text-sm text-ink-soft">{t(`${of}.detail`)}</p>
        {[...causes].map((cause) => (
          <Cause key={cause} gaps={gaps.filter((gap) => causeOf(gap) === cause)} href={href} />
        ))}
      </div>
    </aside>
  );
}

const causeOf = ({ problem }: GatewayGap) => problem?.detail ?? null;

function Cause({ gaps, href }: Pick<Props, "gaps" | "href">) {
  const t = useTranslations("gatewayLists.gaps");
  const regionNameOf = useRegionNames();
  const problem = gaps[0]?.problem ?? null;
  return (
    <div className="mt-2 text-sm">
      <p className="font-medium">{problem?.title ?? t("reading")}</p>
      {problem === null ? (
        <a href={href} className="link">
          {t("again")}
        </a>
      ) : (
        <p>{problem.detail}</p>
      )}
      <ul className="flex flex-wrap gap-x-5 text-ink-soft">
        {gaps.map(({ regionId, since }) => (
          <li key={regionId}>
            {regionNameOf(regionId)}
            {since !== null && <> ({t.rich("since", { time: () => <Time value={since} /> })})</>}
          </li>
        ))}
      </ul>
      <ProblemReferences problem={problem} className="mt-1" />
    </div>
  );
}
