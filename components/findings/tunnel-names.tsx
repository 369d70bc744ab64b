import { useFormatter, useTranslations } from "next-intl";
import type { FindingRow } from "@/lib/vpn/findings/finding-rows";

/** Which of a pair, or both; else what it is of. */
export function TunnelNames({ row: { tunnels, finding } }: { row: FindingRow }) {
  const t = useTranslations("findings.row");
  const format = useFormatter();
  if (tunnels.length > 0) {
    const numbers = format.list(tunnels.map(String), { type: "conjunction" });
    return t("tunnels", { count: tunnels.length, numbers });
  }
  return (
    <span className="text-ink-soft">
      {t(finding.vpnConnectionId === null ? "ofGateway" : "ofConnection")}
    </span>
  );
}
