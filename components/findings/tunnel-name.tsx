import { useTranslations } from "next-intl";
import type { ListedFinding } from "@/lib/vpn/findings/list";

/** Which of a pair; else what it is of. */
export function TunnelName({ finding: { tunnel, vpnConnectionId } }: { finding: ListedFinding }) {
  const t = useTranslations("findings.row");
  if (tunnel !== null) return t("tunnelNumber", { number: tunnel });
  return (
    <span className="text-ink-soft">
      {t(vpnConnectionId === null ? "ofGateway" : "ofConnection")}
    </span>
  );
}
