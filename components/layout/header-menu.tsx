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
        className={`inline-flex ${size} shrink-0 items-center justify-center rounded-md border border-line-strong bg-surface hover:bg-sunken print:hidden`}
      >
        {button}
        <span className="sr-only">{label}</span>
      </button>
      <div
        popover="auto"
        id={id}
        role="group"
        aria-label={label}
        className="header-panel space-y-4 p-4 sm:left-auto sm:w-80 md:right-[max(1.5rem,calc(50vw-43.5rem))]"
      >
        {children}
      </div>
    </>
  );
}
