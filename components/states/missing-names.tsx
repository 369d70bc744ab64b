import { KeyRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { ProblemReferences } from "@/components/states/problem-references";
import { type InitialData, nameProblemOf } from "@/lib/vpn/initial-data";

type Props = {
  /** What the names were to come from. */
  from: InitialData<unknown>[];
  /** The page's address, to look again. */
  href: string;
};

/** What could not be read beside the connections, and what to do about it; each cause once. */
export function MissingNames({ from, href }: Props) {
  const t = useTranslations("missingNames");
  const problems = from.map(nameProblemOf).filter((problem) => problem !== null);
  const causes = new Map(problems.map((problem) => [problem.detail, problem]));
  const isReading = from.some(({ kind }) => kind === "reading");
  if (causes.size === 0 && !isReading) return null;
  return (
    <aside
      aria-label={t("title")}
      className="mb-6 flex gap-3 rounded-lg border border-line-strong bg-surface px-4 py-3"
    >
      <KeyRound aria-hidden className="mt-0.5 size-5 shrink-0 text-ink-soft" />
      <div className="min-w-0">
        <p className="font-semibold">{t("title")}</p>
        <p className="text-sm text-ink-soft">{t("detail")}</p>
        {isReading && (
          <p className="mt-2 text-sm">
            {t("reading")}{" "}
            <a href={href} className="link">
              {t("again")}
            </a>
          </p>
        )}
        {[...causes.values()].map((problem) => (
          <div key={problem.detail} className="mt-2 text-sm">
            <p className="font-medium">{problem.title}</p>
            <p>{problem.detail}</p>
            <ProblemReferences problem={problem} className="mt-1" />
          </div>
        ))}
      </div>
    </aside>
  );
}
