import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { HistoryNotice } from "@/components/timeline/history-notice";
import { buttonClass } from "@/components/ui/button";
import { HISTORY_ANCHOR } from "@/lib/vpn/hrefs";
import type { InitialData } from "@/lib/vpn/initial-data";

type Props<Answer> = {
  title: string;
  /** Beside the title. */
  links?: ReactNode;
  first: InitialData<Answer>;
  /** The page's address, to ask again. */
  href: string;
  children: (answer: Answer) => ReactNode;
};

/** A part of a page that shows history, or why there is none now. */
export function HistorySection<Answer>({ title, links, first, href, children }: Props<Answer>) {
  return (
    <section
      id={HISTORY_ANCHOR}
      aria-labelledby="history-title"
      className="mb-6 space-y-5 rounded-lg border border-line bg-surface p-4 shadow-raised md:p-6"
    >
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <h2 id="history-title" className="font-semibold">
          {title}
        </h2>
        {links}
      </div>
      {first.kind === "answer" ? children(first.answer) : <NotThere first={first} href={href} />}
    </section>
  );
}

type NotThereProps = { first: Exclude<InitialData<unknown>, { kind: "answer" }>; href: string };

function NotThere({ first, href }: NotThereProps) {
  const t = useTranslations("history");
  const states = useTranslations("states");
  const isProblem = first.kind === "problem";
  return (
    <HistoryNotice
      title={isProblem ? first.problem.title : t("slowTitle")}
      detail={isProblem ? first.problem.detail : t("slow")}
    >
      <p>
        {/* Without the hash: an address that differs by it alone is not read again. */}
        <a href={href} className={buttonClass("quiet")}>
          {isProblem ? states("failed.retry") : states("reading.action")}
        </a>
      </p>
    </HistoryNotice>
  );
}
