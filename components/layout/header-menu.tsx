import type { ReactNode } from "react";

type Props = {
  id: string;
  label: string;
  /** The room that the button takes. */
  size: string;
  /** What it shows; the label is for those who do not see it. */
  button: ReactNode;
  children: ReactNode;
};

/** A button of the header and what it unfolds, by the browser's own means: no script is needed. */
export function HeaderMenu({ id, label, size, button, children }: Props) {
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        className={`inline-flex ${size} shrink-0 items-center justify-center rounded-md border border-line-strong bg-surface hover:bg-sunken`}
      >
        {button}
        <span className="sr-only">{label}</span>
      </button>
      <div
        popover="auto"
        id={id}
        role="group"
        aria-label={label}
        className="fixed inset-x-4 top-16 bottom-auto m-0 w-auto space-y-4 rounded-lg border border-line bg-surface p-4 text-ink shadow-raised sm:left-auto sm:w-80 md:right-[max(1.5rem,calc(50vw-43.5rem))]"
      >
        {children}
      </div>
    </>
  );
}
