import { useTranslations } from "next-intl";
import type { HistoryEvent } from "@/lib/vpn/events";
import { RULE_IDS } from "@/lib/vpn/findings/finding";
import { pages } from "@/lib/vpn/hrefs";

/**
 * What was found or is gone, with the way to the finding. A rule that is no more has its id alone, and so
 * have all on the overview: their titles would be a tenth of that page.
 */
export function EventRule({ event }: { event: HistoryEvent }) {
  const t = useTranslations("findings.rules");
  const { regionId, vpnConnectionId, vpnGatewayId, reason } = event;
  const rule = RULE_IDS.find((id) => id === reason);
  if (rule === undefined) return <span className="data">{reason}</span>;
  return (
    <a
      href={pages.findings({ regionId, vpnConnectionId, vpnGatewayId, rule: [rule] })}
      className="link"
    >
      {t.has(`${rule}.title`) ? t(`${rule}.title`) : <span className="data">{rule}</span>}
    </a>
  );
}
