/** Icons that a page may hold hundreds of: drawn by the style sheet, so that each is one element. */
const ICONS = {
  "circle-alert": "sprite sprite-circle-alert",
  "circle-check": "sprite sprite-circle-check",
  "circle-help": "sprite sprite-circle-help",
  "circle-x": "sprite sprite-circle-x",
  "refresh-ccw": "sprite sprite-refresh-ccw",
};

export type SpriteName = keyof typeof ICONS;

export function SpriteIcon({ name, className }: { name: SpriteName; className: string }) {
  return <i aria-hidden className={`${ICONS[name]} ${className}`} />;
}
