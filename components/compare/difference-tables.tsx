import { useTranslations } from "next-intl";
import { GroupTables } from "@/components/compare/group-tables";
import type { Compared } from "@/lib/vpn/comparison";

/** Only what differs: first what somebody has set, then, folded, what differs between any two. */
export function DifferenceTables({ compared }: { compared: Compared }) {
  const t = useTranslations("compare");
  const { connection, other, comparison } = compared;
  const { differences, settingCount, subjects } = comparison;
  const settings = differences.filter(({ byNature }) => !byNature);
  const others = differences.filter(({ byNature }) => byNature);
  if (subjects.length < 2) return <p className="mb-8 text-ink-soft">{t("oneTunnel")}</p>;
  const isUneven = other !== null && other.tunnels.length !== connection.tunnels.length;
  return (
    <section aria-labelledby="differences" className="mb-8">
      <h2 id="differences" className="mb-1 text-lg font-semibold">
        {t(`title.${comparison.of}`)}
      </h2>
      <p className="mb-4 text-ink-soft">
        {settings.length === 0
          ? t("same", { count: settingCount })
          : t("different", { count: settings.length, total: settingCount })}{" "}
        {isUneven && t("uneven")} {t("secrets")}
      </p>
      <GroupTables {...{ connection, other }} differences={settings} />
      {others.length > 0 && (
        <details className="print-open mt-4">
          <summary className="link mb-3 w-fit cursor-pointer text-sm print:hidden">
            {t("byNature", { count: others.length })}
          </summary>
          <GroupTables {...{ connection, other }} differences={others} />
        </details>
      )}
    </section>
  );
}
