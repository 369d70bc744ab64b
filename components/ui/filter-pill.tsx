import { clsx } from "clsx";
import type { LucideIcon } from "lucide-react";
import { useFormatter } from "next-intl";
import type { ReactNode } from "react";

type Props = {
  icon: LucideIcon;
  /** Of the icon, and of the words while it is on. */
  ink: string;
  box: string;
  isOn: boolean;
  /** Unknown where it is left out. */
  count: number | undefined;
  href: string;
  children: ReactNode;
};

/** A value to filter by, with how many there are, as a link of a list: a second press takes it back. */
export function FilterPill({ icon: Icon, ink, box, isOn, count, href, children }: Props) {
  const format = useFormatter();
  return (
    <li>
      <a
        href={href}
        aria-current={isOn ? "true" : undefined}
        className={clsx(
          "inline-flex min-h-8 items-center gap-1.5 rounded-full border px-2.5 text-sm",
          isOn ? [box, ink, "font-semibold"] : "border-line-strong bg-surface hover:bg-sunken",
        )}
      >
        <Icon aria-hidden className={clsx("size-4", ink)} />
        {children}
        {/* Its room is kept, so that nothing moves when the counts arrive. */}
        <span className="min-w-5 font-semibold tabular-nums">
          {count !== undefined && format.number(count)}
        </span>
      </a>
    </li>
  );
}
