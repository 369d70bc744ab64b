import { X } from "lucide-react";

type Chip = {
  text: string;
  /** Takes it away, and what a screen reader calls that. */
  href: string;
  removeLabel: string;
};

type Props = { label: string; chips: Chip[] };

/** What narrows a list, each with a link that takes it away. */
export function Chips({ label, chips }: Props) {
  if (chips.length === 0) return null;
  return (
    <div className="mb-4 flex flex-wrap items-center gap-2 text-sm">
      <span className="text-ink-soft">{label}</span>
      <ul className="flex flex-wrap gap-2">
        {chips.map(({ text, href, removeLabel }) => (
          <li
            key={text}
            className="flex items-center gap-1 rounded-full border border-line-strong bg-surface pr-1 pl-3 print:pr-3"
          >
            <span className="break-all">{text}</span>
            <a
              href={href}
              aria-label={removeLabel}
              className="grid size-7 place-items-center rounded-full hover:bg-sunken print:hidden"
            >
              <X aria-hidden className="size-4" />
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
