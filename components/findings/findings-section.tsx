import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { buttonClass } from "@/components/ui/button";
import { type FindingList, openCountOf } from "@/lib/vpn/findings/list";
import type { FindingPageParameters } from "@/lib/vpn/findings/parameters";
import { pages } from "@/lib/vpn/hrefs";
import type { InitialData } from "@/lib/vpn/initial-data";

type Props = {
  first: InitialData<FindingList>;
  /** What the page is about. */
  parameters: Partial<FindingPageParameters>;
  /** The page's address, to look again. */
  href: string;
  children: (list: FindingList) => ReactNode;
};

/** A part of a page: what has been found of its subject, or why that is not known. */
export function FindingsSection({ first, parameters, href, children }: Props) {
  const t = useTranslations("findings.section");
  return (
    <section
      id="findings"
      aria-labelledby="findings-title"
      className="mb-6 overflow-clip rounded-lg border border-line bg-surface shadow-raised print:shadow-none"
    >
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 py-3 md:px-6">
        <h2 id="findings-title" className="font-semibold">
          {t("title")}
        </h2>
        {first.kind === "answer" && first.answer.totalCount > 0 && (
          <a href={pages.findings(parameters)} className="link text-sm print:hidden">
            <All list={first.answer} />
          </a>
        )}
      </div>
      {first.kind === "answer" && isRead(first.answer) ? (
        <Found list={first.answer}>{children}</Found>
      ) : (
        <NotKnown first={first} href={href} />
      )}
    </section>
  );
}

function All({ list }: { list: FindingList }) {
  const t = useTranslations("findings.section");
  const count = openCountOf(list);
  return count === 0 ? t("allAccepted", { count: list.waived }) : t("all", { count });
}

const isRead = ({ regions }: FindingList) => regions.every(({ totalCount }) => totalCount !== null);

function Found({ list, children }: Pick<Props, "children"> & { list: FindingList }) {
  const t = useTranslations("findings.section");
  const { waived } = list;
  return (
    <>
      {openCountOf(list) === 0 ? (
        <p className="px-4 pb-4 text-sm text-ink-soft md:px-6">{t("none")}</p>
      ) : (
        children(list)
      )}
      {waived > 0 && (
        <p className="px-4 py-3 text-sm text-ink-soft md:px-6">{t("waived", { count: waived })}</p>
      )}
    </>
  );
}

function NotKnown({ first, href }: Pick<Props, "first" | "href">) {
  const t = useTranslations("findings.section");
  const state = first.kind === "answer" ? first.answer.regions[0]?.state : first.kind;
  const isReading = state === "loading" || state === "reading";
  return (
    <div className="space-y-3 px-4 pb-4 text-sm text-ink-soft md:px-6">
      <p>{t(isReading ? "reading" : "unread")}</p>
      <p>
        <a href={href} className={buttonClass("quiet")}>
          {t("again")}
        </a>
      </p>
    </div>
  );
}
