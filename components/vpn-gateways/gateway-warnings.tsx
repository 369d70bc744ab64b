import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { Time } from "@/components/ui/time";
import { expiryOf } from "@/lib/vpn/expiry";
import type { VpnGateway } from "@/lib/vpn/gateways";

/** What will stop the gateway, or has: its end, or an unpaid bill. */
export function GatewayWarnings({ gateway, now }: { gateway: VpnGateway; now: number }) {
  const t = useTranslations("vpnGateways.warning");
  const { endTime, businessStatus } = gateway;
  const expiry = expiryOf(endTime, now);
  const isLocked = businessStatus !== null && businessStatus.toLowerCase() !== "normal";
  return (
    <>
      {endTime !== null && (expiry.kind === "near" || expiry.kind === "past") && (
        <Warning>
          {t.rich(expiry.kind, { days: expiry.days, time: () => <Time value={endTime} /> })}
        </Warning>
      )}
      {isLocked && <Warning>{t("locked", { status: businessStatus })}</Warning>}
    </>
  );
}

function Warning({ children }: { children: React.ReactNode }) {
  return (
    <p className="mb-4 flex gap-2.5 rounded-lg border border-degraded/40 bg-degraded-wash px-4 py-3 font-medium text-degraded">
      <TriangleAlert aria-hidden className="mt-0.5 size-5 shrink-0" />
      <span>{children}</span>
    </p>
  );
}
