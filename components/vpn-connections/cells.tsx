import { FoldedValues } from "@/components/list/folded-values";
import { ShortId } from "@/components/list/short-id";
import { Lifetime, YesNo } from "@/components/fields/values";
import { RowCopyButton } from "@/components/ui/row-copy-button";
import { Time } from "@/components/ui/time";
import type { ConnectionWords } from "@/components/vpn-connections/words";
import type { ColumnKind } from "@/lib/vpn/connection-columns";
import type { ColumnValue } from "@/lib/vpn/connection-values";

type Props = { kind: ColumnKind; values: ColumnValue[] | undefined; t: ConnectionWords };

/** What a connection has in a column: the first value, and how many others. */
export function ValuesCell({ kind, values, t }: Props) {
  const [first, ...others] = values ?? [];
  if (first === undefined) return "–";
  const folded = { others: others.map(String), label: t("table.more", { count: others.length }) };
  if (kind === "cidr") return <Cidr text={String(first)} {...folded} />;
  return <FoldedValues first={<Shown kind={kind} value={first} />} {...folded} />;
}

/** A CIDR that every column has room for. */
const SHORT = 12;

/** Without its mask it would be another network: where there is no room for it, its address is cut. */
function Cidr({ text, ...folded }: { text: string; others: string[]; label: string }) {
  const slash = text.lastIndexOf("/");
  const copy = <RowCopyButton text={text} />;
  const isWhole = slash === -1 || (text.length <= SHORT && folded.others.length === 0);
  if (isWhole)
    return (
      <FoldedValues
        first={
          <>
            {text}
            {copy}
          </>
        }
        {...folded}
      />
    );
  const end = (
    <>
      {text.slice(slash)}
      {copy}
    </>
  );
  return <FoldedValues first={text.slice(0, slash)} end={end} {...folded} />;
}

function Shown({ kind, value }: { kind: ColumnKind; value: ColumnValue }) {
  if (kind === "id") {
    const text = String(value);
    return (
      <>
        <ShortId id={text} />
        <RowCopyButton text={text} />
      </>
    );
  }
  if (kind === "flag") return <YesNo value={value === true} />;
  if (kind === "seconds" && typeof value === "number") return <Lifetime seconds={value} />;
  if (kind === "time" && typeof value === "number") return <Time value={value} show="date" />;
  return typeof value === "string" && value.length > LONG ? (
    <span title={value}>{value}</span>
  ) : (
    String(value)
  );
}

/** A word that may not fit its column. */
const LONG = 12;
