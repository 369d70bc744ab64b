import { useTranslations } from "next-intl";
import { EVENT_LOOKS } from "@/components/events/event-looks";
import { FilterPill } from "@/components/ui/filter-pill";
import { EVENT_KINDS, type EventCounts, type EventParameters } from "@/lib/vpn/events";
import { pages } from "@/lib/vpn/hrefs";

type Props = { parameters: EventParameters; counts: EventCounts };

/** How many there are of each kind that there is, each a link that asks for these. */
export function KindFilter({ parameters, counts }: Props) {
  const t = useTranslations("events");
  const { kind: asked } = parameters;
  const shown = EVENT_KINDS.filter((kind) => counts[kind] > 0 || asked.includes(kind));
  if (shown.length === 0) return null;
  return (
    <nav aria-label={t("byKind")} className="mb-4 print:hidden">
      <ul className="flex flex-wrap gap-2">
        {shown.map((kind) => {
          const isOn = asked.includes(kind);
          const others = asked.filter((one) => one !== kind);
          return (
            <FilterPill
              key={kind}
              {...EVENT_LOOKS[kind]}
              isOn={isOn}
              count={counts[kind]}
              href={pages.events({
                ...parameters,
                pageNumber: 1,
                kind: isOn ? others : [...others, kind],
              })}
            >
              {t(`kind.${kind}`)}
            </FilterPill>
          );
        })}
      </ul>
    </nav>
  );
}
