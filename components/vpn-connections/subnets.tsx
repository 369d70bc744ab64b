import { CopyButton } from "@/components/ui/copy-button";
import { useTranslations } from "next-intl";

/** So many fit a row; the rest folds. */
const SHOWN = 2;

/** The networks of one side; many fold to the first ones with a count. */
export function Subnets({ cidrs }: { cidrs: string[] }) {
  const t = useTranslations("connections.table");
  const folded = cidrs.slice(SHOWN);
  return (
    <>
      {cidrs.length === 0 && <span className="text-ink-soft">{t("none")}</span>}
      <CidrItems cidrs={cidrs.slice(0, SHOWN)} />
      {folded.length > 0 && (
        <details className="print-open">
          <summary className="link w-fit cursor-pointer text-xs print:hidden">
            {t("more", { count: folded.length })}
          </summary>
          <CidrItems cidrs={folded} />
        </details>
      )}
    </>
  );
}

function CidrItems({ cidrs }: { cidrs: string[] }) {
  return (
    <ul>
      {cidrs.map((cidr) => (
        <li key={cidr} className="group/copy relative flex items-center gap-0.5">
          <span className="data whitespace-nowrap max-sm:whitespace-normal">{cidr}</span>
          <CopyButton text={cidr} what={cidr} isQuiet />
        </li>
      ))}
    </ul>
  );
}
