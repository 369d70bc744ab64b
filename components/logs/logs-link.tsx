import { ArrowRight, ScrollText } from "lucide-react";
import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { pages } from "@/lib/vpn/hrefs";

type Props = { regionId: string; vpnConnectionId: string };

/** Beside the other actions of a connection that is well. */
export function LogsLink({ regionId, vpnConnectionId }: Props) {
  const t = useTranslations("logs");
  return (
    <a
      href={pages.logs(regionId, vpnConnectionId)}
      className={`${buttonClass("quiet")} print:hidden`}
    >
      <ScrollText aria-hidden className="size-4" />
      {t("title")}
    </a>
  );
}

/** Of a connection that is down, or half down: where the reason stands comes first. */
export function LogsBanner({ isDegraded, ...place }: Props & { isDegraded: boolean }) {
  const t = useTranslations("logs.link");
  return (
    <div className="mb-6 flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded-lg border border-line-strong bg-surface px-4 py-3 shadow-raised print:hidden">
      <div className="flex min-w-0 gap-3">
        <ScrollText aria-hidden className="mt-0.5 size-5 shrink-0 text-accent" />
        <div>
          <p className="font-semibold">{isDegraded ? t("degradedTitle") : t("title")}</p>
          <p className="text-sm text-ink-soft">{t("detail")}</p>
        </div>
      </div>
      <a
        href={pages.logs(place.regionId, place.vpnConnectionId)}
        className={buttonClass("primary")}
      >
        {t("action")}
        <ArrowRight aria-hidden className="size-4" />
      </a>
    </div>
  );
}
