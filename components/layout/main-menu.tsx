import { Menu } from "lucide-react";
import { useTranslations } from "next-intl";
import { Navigation } from "@/components/layout/navigation";
import { SearchField } from "@/components/layout/search-field";

const ID = "main-menu";

/** Search and navigation: parts of the header where there is room, else of a menu that a button unfolds. */
export function MainMenu() {
  return (
    <div
      popover="auto"
      id={ID}
      className="header-panel p-4 max-md:space-y-3 md:contents print:hidden"
    >
      <SearchField />
      <Navigation />
    </div>
  );
}

/** By the browser's own means: no script is needed. */
export function MainMenuButton() {
  const t = useTranslations("header");
  return (
    <button
      type="button"
      popoverTarget={ID}
      className="inline-flex size-9 items-center justify-center rounded-md border border-line-strong bg-surface hover:bg-sunken md:hidden print:hidden"
    >
      <Menu aria-hidden className="size-4" />
      <span className="sr-only">{t("menu")}</span>
    </button>
  );
}
