import { BgpStatus, Lifetime, NotReported, Secret, YesNo } from "@/components/fields/values";
import { Time } from "@/components/ui/time";
import { isInSeconds, isTimeField } from "@/lib/vpn/event-fields";

type Props = {
  /** Its path among our fields. */
  field: string;
  value: string | null;
};

const CONFIGURED = { configured: true };

/** A value that is known as text, for who reads it: times in their zone, lifetimes in hours, flags as words. */
export function FieldValue({ field, value }: Props) {
  if (value === null || value === "") return <NotReported />;
  if (isInSeconds(field) && /^\d+$/.test(value)) return <Lifetime seconds={Number(value)} />;
  if (isTimeField(field) && !Number.isNaN(Date.parse(value))) {
    return <Time value={Date.parse(value)} show="full" />;
  }
  if (field === "bgpConfig.status") return <BgpStatus status={value} />;
  if (field.endsWith(".psk") && value === "configured") return <Secret secret={CONFIGURED} />;
  if (value === "true" || value === "false") return <YesNo value={value === "true"} />;
  return <span className="data">{value}</span>;
}
