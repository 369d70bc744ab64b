import { useTranslations } from "next-intl";
import { UnreadCause, UnreadNotice } from "@/components/states/unread-notice";
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
  const isReading = from.some(({ kind }) => kind === "reading");
  const causes = new Map(problems.map((problem) => [problem.detail, problem]));
  const all = [...(isReading ? [null] : []), ...causes.values()];
  if (all.length === 0) return null;
  return (
    <UnreadNotice title={t("title")} detail={t("detail")}>
      {all.map((problem) => (
        <UnreadCause
          key={problem?.detail ?? ""}
          problem={problem}
          reading={t("reading")}
          again={t("again")}
          href={href}
        />
      ))}
    </UnreadNotice>
  );
}
