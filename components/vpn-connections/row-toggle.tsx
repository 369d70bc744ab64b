import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { followInPlace } from "@/components/ui/follow-in-place";
import { SpriteIcon } from "@/components/ui/sprite-icon";
import { useHydrated } from "@/components/ui/use-hydrated";

type Props = {
  name: string;
  isOpen: boolean;
  /** The id of the panel's row. */
  controls: string;
  /** The address with this panel toggled: what a click does without JavaScript, or in a new tab. */
  href: string;
  onToggle: () => void;
};

export function RowToggle({ name, isOpen, controls, href, onToggle }: Props) {
  const t = useTranslations("connections.table");
  // Next hears of an address set by script only once its own effects have run; until then a click
  // is the browser's, which opens the same address.
  const isListening = useHydrated();

  return (
    <a
      href={href}
      data-shortcut="row"
      aria-expanded={isOpen}
      aria-controls={controls}
      aria-label={t("toggle", { name: name || t("unnamed") })}
      onClick={isListening ? followInPlace(onToggle) : undefined}
      className="group -ml-1 flex gap-1 font-medium text-ink hover:text-accent"
    >
      <SpriteIcon
        name="chevron-right"
        className={clsx(
          "mt-0.5 size-5 shrink-0 text-ink-soft transition-transform group-hover:text-accent",
          isOpen && "rotate-90",
        )}
      />
      <span className={clsx("min-w-0 wrap-anywhere", name === "" && "text-ink-soft italic")}>
        <bdi>{name || t("unnamed")}</bdi>
      </span>
    </a>
  );
}
