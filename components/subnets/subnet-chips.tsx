import { useTranslations } from "next-intl";
import { Chips } from "@/components/ui/chips";
import { pages } from "@/lib/vpn/hrefs";
import { SUBNET_SCOPES, type SubnetParameters } from "@/lib/vpn/subnet-list";

/** Whose networks these are and what is looked up, each with a link that takes it away. */
export function SubnetChips({ parameters }: { parameters: SubnetParameters }) {
  const t = useTranslations("subnets.filters");
  const tList = useTranslations("connections.list");
  const unpaged = { ...parameters, pageNumber: 1 };
  const chips = (["q", ...SUBNET_SCOPES] as const).flatMap((name) => {
    const value = parameters[name];
    if (value === null) return [];
    const text = t(name, { value });
    const href = pages.subnets({ ...unpaged, [name]: null });
    return { text, href, removeLabel: tList("removeFilter", { filter: text }) };
  });
  return <Chips label={tList("filteredBy")} chips={chips} />;
}
