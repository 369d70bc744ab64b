import { X } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { pages } from "@/lib/vpn/hrefs";
import { type ListParameters, SINGLE_FILTERS } from "@/lib/vpn/list-parameters";
import type { ListScope } from "@/lib/vpn/list-scope";
import { VERDICTS } from "@/lib/vpn/types";

type Props = { scope: ListScope; parameters: ListParameters };

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
  if (chips.length === 0) return null;
  return (
    <div className="mb-4 flex flex-wrap items-center gap-2 text-sm">
      <span className="text-ink-soft">{t("list.filteredBy")}</span>
      <ul className="flex flex-wrap gap-2">
        {chips.map(({ text, without }) => (
          <li
            key={text}
            className="flex items-center gap-1 rounded-full border border-line-strong bg-surface pr-1 pl-3"
          >
            <span className="break-all">{text}</span>
            <Link
              prefetch={false}
              href={pages.list(scope, without)}
              aria-label={t("list.removeFilter", { filter: text })}
              className="grid size-7 place-items-center rounded-full hover:bg-sunken"
            >
              <X aria-hidden className="size-4" />
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
