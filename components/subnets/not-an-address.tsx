import { useTranslations } from "next-intl";
import { WarningBanner } from "@/components/ui/warning-banner";

/** What was typed stays in the field; the networks below are those without it. */
export function NotAnAddress({ text }: { text: string }) {
  const t = useTranslations("subnets.notAnAddress");
  return (
    <WarningBanner title={<span className="wrap-anywhere">{t("title", { text })}</span>}>
      <p className="text-sm">{t("detail")}</p>
    </WarningBanner>
  );
}
