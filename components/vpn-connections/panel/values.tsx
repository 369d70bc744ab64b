import { useTranslations } from "next-intl";
import { Copyable, Data } from "@/components/fields/values";
import { conditionText } from "@/components/vpn-connections/status-badge";
import { useConnectionWords } from "@/components/vpn-connections/words";
import type { HealthCheck, SecretPresence, VpnConnection, VpnTunnel } from "@/lib/vpn/types";

/** A certificate is shown as being there; its text says nothing to a user. */
export function Certificate({ certificate }: { certificate: SecretPresence }) {
  const t = useTranslations("values");
  return certificate.configured ? t("certificate") : t("pskNotSet");
}

/** The API sends a result even for a check that is off; only a running check has one. */
export function HealthStatus({ check }: { check: HealthCheck }) {
  return <Data value={check.enable === false ? null : check.status} />;
}

export function TransitRouter({ connection }: { connection: VpnConnection }) {
  return (
    <>
      {connection.transitRouterName !== null && <p>{connection.transitRouterName}</p>}
      <Copyable value={connection.transitRouterId} />
    </>
  );
}

/** In words, and as the API spells it: a tunnel that is being changed still has its SA status. */
export function TunnelStatus({ tunnel }: { tunnel: VpnTunnel }) {
  const t = useConnectionWords();
  return (
    <>
      <span className="text-sm/5 wrap-anywhere">{conditionText(tunnel, t)}</span>
      {tunnel.status !== "unknown" && (
        <span className="data block text-ink-soft">{tunnel.rawStatus}</span>
      )}
    </>
  );
}
