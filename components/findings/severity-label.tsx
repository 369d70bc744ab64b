import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { SEVERITY_LOOKS } from "@/components/findings/severity-looks";
import type { Severity } from "@/lib/vpn/findings/finding";

/** A severity as a word with its icon. */
export function SeverityLabel({ severity }: { severity: Severity }) {
  const t = useTranslations("findings.severity");
  const { icon: Icon, ink, box } = SEVERITY_LOOKS[severity];
  return (
    <span className={clsx("pill", ink, box)}>
      <Icon aria-hidden className="size-4" />
      {t(severity)}
    </span>
  );
}
