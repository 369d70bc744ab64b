import { useTranslations } from "next-intl";
import { RowCopyButton } from "@/components/ui/row-copy-button";

/** `255.255.255.255/32` stays on one line; what is longer has to break somewhere. */
const IPV4_LENGTH = 18;
/** So many fit a row; the rest folds. */
const SHOWN = 2;

/** The networks of one side; many fold to the first ones with a count. */
export function Subnets({ cidrs }: { cidrs: string[] }) {
  if (cidrs.length === 0) return <NoSubnets />;
  if (cidrs.length <= SHOWN) return <CidrItems cidrs={cidrs} />;
  return (
    <>
      <CidrItems cidrs={cidrs.slice(0, SHOWN)} />
      <FoldedSubnets cidrs={cidrs.slice(SHOWN)} />
    </>
  );
}

function NoSubnets() {
  const t = useTranslations("connections.table");
  return <span className="text-ink-soft">{t("none")}</span>;
}

function FoldedSubnets({ cidrs }: { cidrs: string[] }) {
  const t = useTranslations("connections.table");
  return (
    <details className="print-open">
      <summary className="link w-fit cursor-pointer text-xs print:hidden">
        {t("more", { count: cidrs.length })}
      </summary>
      <CidrItems cidrs={cidrs} />
    </details>
  );
}

function CidrItems({ cidrs }: { cidrs: string[] }) {
  return (
    <ul>
      {cidrs.map((cidr) => (
        <li
          key={cidr}
          className={
            cidr.length <= IPV4_LENGTH ? "copyable data whitespace-nowrap" : "copyable data"
          }
        >
          {cidr}
          <RowCopyButton text={cidr} />
        </li>
      ))}
    </ul>
  );
}
