import { useTranslations } from "next-intl";
import { Chips } from "@/components/ui/chips";
import { type FindingPageParameters, SINGLE_FINDING_FILTERS } from "@/lib/vpn/findings/parameters";
import { pages } from "@/lib/vpn/hrefs";

/** What narrows the list of findings, each with a link that takes it away. */
export function FindingChips({ parameters }: { parameters: FindingPageParameters }) {
  const t = useTranslations("findings");
  const tList = useTranslations("connections.list");
  const unpaged = { ...parameters, pageNumber: 1 };
  const { rule: rules, severity: severities } = parameters;
  const chips = [
    ...SINGLE_FINDING_FILTERS.flatMap((name) => {
      const value = parameters[name];
      if (value === null) return [];
      return {
        text: t(`filters.${name}`, { value }),
        href: pages.findings({ ...unpaged, [name]: null }),
      };
    }),
    ...rules.map((rule) => ({
      text: t("filters.rule", { value: t(`rules.${rule}.title`) }),
      href: pages.findings({ ...unpaged, rule: rules.filter((one) => one !== rule) }),
    })),
    ...severities.map((severity) => ({
      text: t("filters.severity", { value: t(`severity.${severity}`) }),
      href: pages.findings({ ...unpaged, severity: severities.filter((one) => one !== severity) }),
    })),
  ];
  return (
    <Chips
      label={tList("filteredBy")}
      chips={chips.map(({ text, href }) => ({
        text,
        href,
        removeLabel: tList("removeFilter", { filter: text }),
      }))}
    />
  );
}
