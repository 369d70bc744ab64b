import { CircleX } from "lucide-react";
import { useTranslations } from "next-intl";
import { lineAnchor } from "@/components/logs/line-anchor";
import { Time } from "@/components/ui/time";
import type { LogLine } from "@/lib/vpn/logs/connection-logs";
import { errorGroups } from "@/lib/vpn/logs/error-groups";

/** What the errors among the lines say, each once, with how often and when last. */
export function LineErrors({ lines }: { lines: LogLine[] }) {
  const t = useTranslations("logs.lines");
  const groups = errorGroups(lines);
  if (groups.length === 0) return <p className="text-sm text-ink-soft">{t("noErrors")}</p>;
  return (
    <div>
      <h4 className="mb-2 text-sm font-medium">{t("errors")}</h4>
      <ul className="space-y-2">
        {groups.map(({ meaning, count, lastAt, first }) => (
          <li key={first.position} className="flex gap-2">
            <CircleX aria-hidden className="mt-1 size-4 shrink-0 text-down" />
            <div className="min-w-0">
              <p className="max-w-[80ch]">{meaning ?? t("notUnderstood")}</p>
              <p className="flex flex-wrap gap-x-3 text-sm text-ink-soft">
                <span>{t("count", { count })}</span>
                {lastAt !== null && (
                  <span>{t.rich("last", { time: () => <Time value={lastAt} /> })}</span>
                )}
                <a href={`#${lineAnchor(first)}`} className="link">
                  {t("firstLine", { number: first.position })}
                </a>
              </p>
              <p className="data text-ink-soft">{first.text}</p>
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
