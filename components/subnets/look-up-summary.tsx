import { useTranslations } from "next-intl";
import { pages } from "@/lib/vpn/hrefs";
import type { SubnetLookUp, SubnetParameters } from "@/lib/vpn/subnet-list";
import type { SubnetSide } from "@/lib/vpn/subnet-types";

type Props = { lookUp: SubnetLookUp; parameters: SubnetParameters };

/** Which network of each side carries what is looked up: the longest match. */
export function LookUpSummary({ lookUp, parameters }: Props) {
  const t = useTranslations("subnets.lookUp");
  return (
    <section
      aria-label={t("label")}
      className="mb-4 rounded-lg border border-line bg-surface px-4 py-3 shadow-raised print:shadow-none"
    >
      <h2 className="font-semibold wrap-anywhere">{t("title", { cidr: lookUp.cidr })}</h2>
      <dl className="mt-2 grid gap-x-6 gap-y-1 text-sm sm:grid-cols-[auto_1fr]">
        {(["remote", "local"] as const).map((side) => (
          <div key={side} className="contents">
            <dt className="text-ink-soft">{t(`side.${side}`)}</dt>
            <dd className="min-w-0 wrap-anywhere max-sm:mb-2">
              <LongestMatch {...{ side, parameters }} cidr={lookUp[side]} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

type MatchProps = { side: SubnetSide; cidr: string | null; parameters: SubnetParameters };

function LongestMatch({ side, cidr, parameters }: MatchProps) {
  const t = useTranslations("subnets.lookUp");
  if (cidr === null) return t(`none.${side}`);
  const link = () => (
    <a
      href={pages.subnets({ ...parameters, pageNumber: 1, overlap: null, q: cidr })}
      className="link data"
    >
      {cidr}
    </a>
  );
  return cidr.endsWith("/0") ? t.rich("catchAll", { link }) : t.rich(`found.${side}`, { link });
}
