import { useTranslations } from "next-intl";
import { Chips } from "@/components/ui/chips";
import { pages } from "@/lib/vpn/hrefs";
import { type ListLinkParameters, SINGLE_FILTERS } from "@/lib/vpn/list-parameters";
import type { ListScope } from "@/lib/vpn/list-scope";
import { VERDICTS } from "@/lib/vpn/types";

type Props = { scope: ListScope; parameters: ListLinkParameters };

/** What narrows the list, each with a link that takes it away. */
export function FilterChips({ scope, parameters }: Props) {
  const t = useTranslations("connections");
  const statusWord = (value: string) => {
    const verdict = VERDICTS.find((one) => one === value);
    return verdict === undefined ? value : t(`verdict.${verdict}`);
  };
  const unpaged = { ...parameters, pageNumber: 1 };
  const chips = [
    ...SINGLE_FILTERS.flatMap((name) => {
      const value = parameters[name];
      if (value === null) return [];
      return { text: t(`filters.${name}`, { value }), without: { ...unpaged, [name]: null } };
    }),
    ...parameters.tag.map((value) => ({
      text: t("filters.tag", { value }),
      without: { ...unpaged, tag: parameters.tag.filter((other) => other !== value) },
    })),
    ...parameters.status.map((value) => ({
      text: t("filters.status", { value: statusWord(value) }),
      without: { ...unpaged, status: parameters.status.filter((other) => other !== value) },
    })),
  ];
  return (
    <Chips
      label={t("list.filteredBy")}
      chips={chips.map(({ text, without }) => ({
        text,
        href: pages.list(scope, without),
        removeLabel: t("list.removeFilter", { filter: text }),
      }))}
    />
  );
}
