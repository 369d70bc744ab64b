import { clsx } from "clsx";

type Props = {
  label: string;
  choices: { href: string; text: string; isChosen: boolean }[];
};

/** One of a few, as plain links side by side. */
export function LinkChoice({ label, choices }: Props) {
  return (
    <nav aria-label={label} className="print:hidden">
      <ul className="flex w-fit flex-wrap overflow-clip rounded-md border border-line-strong">
        {choices.map(({ href, text, isChosen }) => (
          <li key={href} className="not-last:border-r not-last:border-line-strong">
            <a
              href={href}
              aria-current={isChosen ? "true" : undefined}
              className={clsx(
                "flex min-h-9 items-center px-3 text-sm font-medium whitespace-nowrap -outline-offset-2!",
                isChosen ? "bg-accent text-on-accent" : "bg-surface hover:bg-sunken",
              )}
            >
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
