import { useTranslations } from "next-intl";

const KEYS = ["search", "down", "up", "open", "help"] as const;
const CAPS = { search: "/", down: "j", up: "k", open: "Enter", help: "?" };

/** The list of shortcuts: a button shows it, and so does its key. */
export function ShortcutsHelp() {
  const t = useTranslations("shortcuts");
  return (
    <>
      <button type="button" popoverTarget="shortcuts" className="link print:hidden">
        {t("title")}
      </button>
      <div
        popover="auto"
        id="shortcuts"
        role="dialog"
        aria-labelledby="shortcuts-title"
        className="m-auto w-[min(26rem,calc(100vw-2rem))] rounded-lg border border-line bg-surface p-6 text-ink shadow-raised backdrop:bg-ink/20"
      >
        <h2 id="shortcuts-title" className="mb-4 text-lg font-semibold">
          {t("title")}
        </h2>
        <dl className="grid grid-cols-[4rem_1fr] gap-y-2.5 text-sm">
          {KEYS.map((key) => (
            <div key={key} className="contents">
              <dt>
                <kbd className="data rounded-sm border border-line-strong bg-sunken px-1.5 py-0.5">
                  {CAPS[key]}
                </kbd>
              </dt>
              <dd>{t(key)}</dd>
            </div>
          ))}
        </dl>
        <p className="mt-4 text-sm text-ink-soft">{t("off")}</p>
      </div>
    </>
  );
}
