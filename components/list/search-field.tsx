import { Search } from "lucide-react";

type Props = { label: string; hint: string; value: string | null };

/** The search of a list, which a shortcut leads to. */
export function SearchField({ label, hint, value }: Props) {
  return (
    <div className="relative min-w-0 flex-1">
      <Search
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-ink-soft"
      />
      <input
        type="search"
        name="q"
        data-shortcut="search"
        defaultValue={value ?? ""}
        maxLength={100}
        aria-label={label}
        placeholder={hint}
        autoComplete="off"
        className="min-h-9 w-full rounded-md border border-line-strong bg-surface py-1 pr-3 pl-9 text-sm text-ellipsis placeholder:text-ink-soft"
      />
    </div>
  );
}
