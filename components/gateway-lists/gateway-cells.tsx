import type { useTranslations } from "next-intl";
import { CountsBar } from "@/components/gateway-lists/counts-bar";
import { Time } from "@/components/ui/time";
import type { ConnectionWords } from "@/components/vpn-connections/words";
import { expiryOf } from "@/lib/vpn/expiry";
import { isLocked } from "@/lib/vpn/gateway-health";
import type { ListedGateway } from "@/lib/vpn/gateway-list";
import { pages } from "@/lib/vpn/hrefs";
import type { GatewayScope } from "@/lib/vpn/list-scope";
import { VERDICTS_WORST_FIRST } from "@/lib/vpn/status";

/** Where the page of a gateway is, and its connections are. */
export function scopeOf(gateway: ListedGateway): GatewayScope {
  const { regionId } = gateway;
  return "vpnGatewayId" in gateway
    ? { of: "vpnGateway", regionId, vpnGatewayId: gateway.vpnGatewayId }
    : { of: "customerGateway", regionId, customerGatewayId: gateway.customerGatewayId };
}

type Props = {
  gateway: ListedGateway;
  t: ReturnType<typeof useTranslations<"gatewayLists">>;
};

export type GatewayListWords = Props["t"];

/** Its name, which leads to its page, and what is wrong with the gateway itself. */
export function GatewayName({ gateway, now, t }: Props & { now: number }) {
  const notes = notesOf({ gateway, t }, now);
  return (
    <>
      <a
        href={pages.list(scopeOf(gateway))}
        title={isLong(gateway.name) ? gateway.name : undefined}
        className="list-link block font-medium narrow:py-0.5 narrow:wrap-anywhere wide:not-print:truncate"
      >
        {gateway.name ? <bdi>{gateway.name}</bdi> : t("unnamed")}
      </a>
      {notes.length > 0 && <p className="list-note ml-0!">{notes.join(" · ")}</p>}
    </>
  );
}

/** A name that may not fit its column. */
const LONG = 20;

function isLong(name: string | null): name is string {
  return name !== null && name.length > LONG;
}

function notesOf({ gateway, t }: Props, now: number): string[] {
  const { isListed } = gateway;
  const { endTime, businessStatus } =
    "endTime" in gateway ? gateway : { endTime: null, businessStatus: null };
  const expiry = expiryOf(endTime, now);
  return [
    ...(isListed === false ? [t("unlisted")] : []),
    ...(isListed === null ? [t("unread")] : []),
    ...(expiry.kind === "past" ? [t("expired", { days: expiry.days })] : []),
    ...(expiry.kind === "near" ? [t("expires", { days: expiry.days })] : []),
    ...(isLocked(businessStatus) ? [t("locked", { status: businessStatus })] : []),
  ];
}

const SIGNS = {
  down: "sign sign-down",
  degraded: "sign sign-degraded",
  unknown: "sign sign-unknown",
  up: "sign sign-up",
};

/** Its connections by state as a bar, and how many are not up, which leads to them. */
export function GatewayCounts({ gateway, t }: { gateway: ListedGateway; t: ConnectionWords }) {
  const { counts, connectionCount } = gateway;
  if (connectionCount === 0) return "–";
  const present = VERDICTS_WORST_FIRST.filter((verdict) => counts[verdict] > 0);
  // What is left is up, which the bar shows.
  const shown = present.length > 1 ? present.filter((verdict) => verdict !== "up") : present;
  return (
    <span className="inline-flex items-center gap-2">
      <span className="w-10 shrink-0">
        <CountsBar counts={counts} />
      </span>
      {shown.map((verdict) => (
        <a
          key={verdict}
          href={pages.list(scopeOf(gateway), { status: [verdict] })}
          title={`${counts[verdict]} ${t(`verdict.${verdict}`)}`}
          aria-label={`${counts[verdict]} ${t(`verdict.${verdict}`)}`}
          className={`${SIGNS[verdict]} gap-0.5! tabular-nums hover:underline`}
        >
          {counts[verdict]}
        </a>
      ))}
    </span>
  );
}

/** When it expires; in the colour of trouble where that is soon. */
export function Expiry({ endTime, now }: { endTime: number | null; now: number }) {
  if (endTime === null) return "–";
  const { kind } = expiryOf(endTime, now);
  const ink = { past: "text-down", near: "text-degraded", far: "", none: "" }[kind];
  return (
    <span className={ink}>
      <Time value={endTime} show="date" />
    </span>
  );
}
