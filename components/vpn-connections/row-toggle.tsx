import { followInPlace } from "@/components/ui/follow-in-place";
import { SpriteIcon } from "@/components/ui/sprite-icon";
import type { ConnectionWords } from "@/components/vpn-connections/words";

type Props = {
  name: string;
  isOpen: boolean;
  /** The id of the panel's row. */
  controls: string;
  /** The address with this panel toggled: what a click does without JavaScript, or in a new tab. */
  href: string;
  /** Undefined until the page hears of an address that is set by script: a click is the browser's until then. */
  onToggle: (() => void) | undefined;
  t: ConnectionWords;
};

export function RowToggle({ name, isOpen, controls, href, onToggle, t }: Props) {
  const words = name || t("table.unnamed");
  return (
    <a
      href={href}
      data-shortcut="row"
      aria-expanded={isOpen}
      aria-controls={controls}
      aria-label={t("table.toggle", { name: words })}
      onClick={onToggle && followInPlace(onToggle)}
      className="row-toggle group"
    >
      <SpriteIcon
        name="chevron-right"
        className={isOpen ? "row-chevron rotate-90" : "row-chevron"}
      />
      <bdi
        className={
          name === "" ? "min-w-0 text-ink-soft italic wrap-anywhere" : "min-w-0 wrap-anywhere"
        }
      >
        {words}
      </bdi>
    </a>
  );
}
