import {
  ChevronRight,
  CircleAlert,
  CircleCheck,
  CircleHelp,
  CircleX,
  RefreshCcw,
} from "lucide-react";

/** Icons that a page may hold hundreds of: drawn once, and referred to from then on. */
const ICONS = {
  "chevron-right": ChevronRight,
  "circle-alert": CircleAlert,
  "circle-check": CircleCheck,
  "circle-help": CircleHelp,
  "circle-x": CircleX,
  "refresh-ccw": RefreshCcw,
};

export type SpriteName = keyof typeof ICONS;

const idOf = (name: string) => `icon-${name}`;

/** Once on each page that shows one of them. */
export function IconSprite() {
  return (
    <svg aria-hidden className="hidden">
      {Object.entries(ICONS).map(([name, Icon]) => (
        <symbol key={name} id={idOf(name)} viewBox="0 0 24 24">
          <Icon />
        </symbol>
      ))}
    </svg>
  );
}

export function SpriteIcon({ name, className }: { name: SpriteName; className: string }) {
  return (
    <svg aria-hidden className={className}>
      <use href={`#${idOf(name)}`} />
    </svg>
  );
}
