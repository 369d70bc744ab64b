import { Info } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";

const SHOWN = 3;

/** Over every page of who may see a part only: else "the only connection is up" would be untrue. */
export function LimitedScopeNote({ places }: { places: string[] }) {
  const t = useTranslations("app");
  const list = usePlaceList(places);
  return (
    <p
      role="note"
      className="mb-5 flex gap-2 rounded-md border border-line bg-sunken px-3 py-2 text-sm text-ink-soft"
    >
      <Info aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span className="min-w-0 wrap-anywhere">{t("part", { places: list })}</span>
    </p>
  );
}

/** The first of the places that somebody is limited to, and how many more there are. */
export function usePlaceList(places: string[]): string {
  const t = useTranslations("app");
  const more = places.length - SHOWN;
  const shown = [...places.slice(0, SHOWN), ...(more > 0 ? [t("partMore", { more })] : [])];
  return useFormatter().list(shown, { type: "conjunction" });
}
