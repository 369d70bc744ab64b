import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { pages } from "@/lib/vpn/hrefs";

/** Finds a thing by what is known of it, anywhere. A form of the browser's own, without a script. */
export function SearchField() {
  const t = useTranslations("header");
  return (
    <form
      role="search"
      aria-label={t("search")}
      action={pages.search()}
      className="relative min-w-40 flex-1 md:max-w-md"
    >
      <Search
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-ink-soft"
      />
      <input
        type="search"
        name="q"
        data-shortcut="search"
        maxLength={128}
        required
        aria-label={t("searchHint")}
        placeholder={t("searchHint")}
        autoComplete="off"
        enterKeyHint="search"
        className="h-9 w-full rounded-md border border-line-strong bg-surface pr-3 pl-9 text-sm placeholder:text-ink-soft"
      />
    </form>
  );
}
