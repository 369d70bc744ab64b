import { FoldedValues } from "@/components/list/folded-values";
import { ShortId } from "@/components/list/short-id";
import { RowCopyButton } from "@/components/ui/row-copy-button";
import type { ConnectionWords } from "@/components/vpn-connections/words";
import type { ListedGateway } from "@/lib/vpn/gateway-list";

export function Id({ value }: { value: string | null }) {
  if (value === null) return "–";
  return (
    <>
      <ShortId id={value} />
      <RowCopyButton text={value} />
    </>
  );
}

export function Value({ value }: { value: string | null }) {
  if (value === null) return "–";
  return (
    <>
      {value}
      <RowCopyButton text={value} />
    </>
  );
}

type SeveralProps = { values: string[]; t: ConnectionWords };

export function Several({ values: [first, ...others], t }: SeveralProps) {
  if (first === undefined) return "–";
  const label = t("table.more", { count: others.length });
  return <FoldedValues first={<span title={first}>{first}</span>} others={others} label={label} />;
}

/** Of a pair the second is in another zone; that for SSL clients is no end of a tunnel. */
export function Addresses({ gateway, t }: { gateway: ListedGateway; t: ConnectionWords }) {
  if (!("internetIp" in gateway)) return "–";
  const { internetIp, disasterRecoveryInternetIp } = gateway;
  const values = [internetIp, disasterRecoveryInternetIp].filter((ip) => ip !== null);
  return <Several values={values} t={t} />;
}
