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
  const shown = <Shown kind={kind} value={first} />;
  if (others.length === 0) return shown;
  return (
    <FoldedValues
      first={shown}
      others={others.map(String)}
      label={t("table.more", { count: others.length })}
    />
  );
}

function Shown({ kind, value }: { kind: ColumnKind; value: ColumnValue }) {
  if (kind === "cidr" || kind === "id") {
    const text = String(value);
    return (
      <>
        {kind === "id" ? <ShortId id={text} /> : text}
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
