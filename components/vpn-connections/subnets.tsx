import { CopyButton } from "@/components/ui/copy-button";
import { clsx } from "clsx";
import { useTranslations } from "next-intl";

/** `255.255.255.255/32` stays on one line; what is longer has to break somewhere. */
const IPV4_LENGTH = 18;
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
          <span className={clsx("data", cidr.length <= IPV4_LENGTH && "whitespace-nowrap")}>
            {cidr}
          </span>
          <CopyButton text={cidr} what={cidr} isQuiet />
        </li>
      ))}
    </ul>
  );
}
