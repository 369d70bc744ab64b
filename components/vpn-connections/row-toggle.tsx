import { followInPlace } from "@/components/ui/follow-in-place";
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
  /** Called when it may be pressed soon. */
  onNear: () => void;
  t: ConnectionWords;
};

/** A name that may not fit its column. */
const LONG = 20;

export function RowToggle({ name, isOpen, controls, href, onToggle, onNear, t }: Props) {
  const words = name || t("table.unnamed");
  return (
    <a
      href={href}
      data-shortcut="row"
      aria-expanded={isOpen}
      aria-controls={controls}
      aria-label={t("table.toggle", { name: words })}
      title={name.length > LONG ? name : undefined}
      onClick={onToggle && followInPlace(onToggle)}
      onPointerEnter={onNear}
      onFocus={onNear}
      className="row-toggle"
    >
      {name === "" ? <em className="text-ink-soft">{words}</em> : <bdi>{words}</bdi>}
    </a>
  );
}
