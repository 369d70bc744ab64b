import { useTranslations } from "next-intl";
import type { ListedFinding } from "@/lib/vpn/findings/list";

type Props = { finding: Pick<ListedFinding, "advice" | "references"> };

/** What to set instead, and what says so. */
export function Advice({ finding: { advice, references } }: Props) {
  const t = useTranslations("findings.group");
  return (
    <dl className="max-w-[80ch] space-y-1 text-sm/6">
      <div>
        <dt className="inline font-medium">{t("whatToSet")}</dt>{" "}
        <dd className="inline">{advice}</dd>
      </div>
      {references.length > 0 && (
        <div>
          <dt className="inline font-medium">{t("standard")}</dt>{" "}
          <dd className="inline">
            {references.map(({ title, url }, index) => (
              <span key={title}>
                {index > 0 && " · "}
                {url === null ? (
                  title
                ) : (
                  <a href={url} rel="noreferrer" className="link printed-href">
                    {title}
                  </a>
                )}
              </span>
            ))}
          </dd>
        </div>
      )}
    </dl>
  );
}
