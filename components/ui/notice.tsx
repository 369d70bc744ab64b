import { clsx } from "clsx";
import type { LucideIcon } from "lucide-react";
import { type ReactNode, useId } from "react";

const TONES = {
  neutral: "text-ink-soft",
  bad: "text-down",
} as const;

type Props = {
  icon: LucideIcon;
  tone?: keyof typeof TONES;
  title: string;
  /** 1 where nothing else heads the page. */
  level?: 1 | 2;
  detail: string;
  /** Spinners turn while something is under way. */
  isBusy?: boolean;
  children?: ReactNode;
};

/** A view that stands where the data would: empty, failed, not found, still reading. */
export function Notice({
  icon: Icon,
  tone = "neutral",
  title,
  level = 2,
  detail,
  isBusy,
  children,
}: Props) {
  const id = useId();
  const Heading = level === 1 ? "h1" : "h2";
  return (
    <section
      aria-labelledby={id}
      className="rounded-lg border border-line bg-surface px-6 py-14 text-center shadow-raised"
    >
      <Icon
        aria-hidden
        className={clsx("mx-auto mb-4 size-8", TONES[tone], isBusy && "animate-spin")}
      />
      <Heading id={id} className="text-lg font-semibold wrap-anywhere">
        {title}
      </Heading>
      <p className="mx-auto mt-2 max-w-[60ch] text-balance wrap-anywhere text-ink-soft">{detail}</p>
      {children !== undefined && (
        <div className="mt-6 flex flex-wrap items-center justify-center gap-3">{children}</div>
      )}
    </section>
  );
}
